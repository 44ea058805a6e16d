package org.carme.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.ChangedMeanwhileException;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** The transactions of the news: each change is checked, kept and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class NewsStore {
    private static final int MOST = 200;
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    NewsRepository news;

    @Inject
    AuditService audit;

    @Inject
    MessageService messages;

    @Inject
    Clock clock;

    /** @return all that are shown now or will be */
    List<NewsItem> lasting() {
        return news.lasting(clock.instant(), MOST);
    }

    List<KeptNews> all() {
        Map<Long, Long> readers = news.readers();
        return news.all(MOST).stream()
                .map(item -> new KeptNews(item, readers.getOrDefault(item.id(), 0L)))
                .toList();
    }

    NewsItem get(long id) {
        return row(id).item();
    }

    NewsItem create(String admin, Announcement wanted) {
        NewsItem made =
                news.add(new NewsRow(NewsRules.check(wanted, clock.instant()))).item();
        note(admin, AuditAction.NEWS_CREATED, made);
        return made;
    }

    NewsItem change(String admin, NewsItem wanted, boolean again) {
        NewsRow row = row(wanted.id());
        if (row.item().version() != wanted.version()) {
            throw new ChangedMeanwhileException();
        }
        row.change(NewsRules.check(wanted.announcement(), clock.instant()));
        if (again) {
            news.forgetReadsOf(wanted.id());
            news.forgetTold(wanted.id());
        }
        news.flush();
        NewsItem changed = row.item();
        note(admin, AuditAction.NEWS_CHANGED, changed);
        return changed;
    }

    void delete(String admin, long id) {
        NewsRow row = row(id);
        news.forgetReadsOf(id);
        news.remove(row);
        note(admin, AuditAction.NEWS_DELETED, row.item());
    }

    Set<Long> readBy(String user) {
        return news.readBy(user);
    }

    /** A second time: nothing to do. */
    void read(String user, long id) {
        Instant now = clock.instant();
        if (!row(id).item().announcement().isShown(now)) {
            throw new NewsNotFoundException(id);
        }
        if (!news.readBy(user).contains(id)) {
            news.add(new NewsReadRow(id, user, now));
        }
    }

    /** Tells the site's chat what has begun to be shown: once, whichever instance is first. */
    void tellSite() {
        Instant now = clock.instant();
        news.untold(now).stream()
                .filter(item -> news.told(item.id()))
                .forEach(item -> messages.tellSite(
                        Kind.INFO, "news-published", "", item.announcement().title()));
    }

    int purge(int most) {
        return news.removeOver(clock.instant().minus(KEPT), most);
    }

    private NewsRow row(long id) {
        return news.lock(id).orElseThrow(() -> new NewsNotFoundException(id));
    }

    private void note(String admin, AuditAction action, NewsItem item) {
        Announcement text = item.announcement();
        AuditObject object = new AuditObject("news", Long.toString(item.id()), text.title());
        String end = text.until().map(Instant::toString).orElse("…");
        audit.record(new AuditEvent(action, admin, "", object, text.severity() + " " + text.from() + " – " + end));
    }
}
