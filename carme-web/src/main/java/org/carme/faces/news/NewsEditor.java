package org.carme.faces.news;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carme.news.Announcement;
import org.carme.news.KeptNews;
import org.carme.news.NewsAdministration;
import org.carme.news.NewsItem;
import org.carme.news.Severity;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/news.xhtml}: the news, one of them being written or changed. */
@Named
@ViewScoped
public class NewsEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    NewsAdministration news;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    private NewsForm form = new NewsForm();
    private long changedId;
    private long changedVersion;
    private long from;
    private long until;
    private transient List<KeptNews> all;

    @PostConstruct
    void load() {
        all = news.all(currentUser.getName());
    }

    public List<KeptNewsRow> getRows() {
        if (all == null) {
            load();
        }
        Instant now = clock.instant();
        return all.stream().map(kept -> new KeptNewsRow(kept, now)).toList();
    }

    /** Announces something, or changes what was chosen. */
    public void save() {
        Announcement wanted = form.announcement(clock.instant());
        if (isNew()) {
            news.create(currentUser.getName(), wanted);
        } else {
            news.change(currentUser.getName(), new NewsItem(changedId, wanted, changedVersion), form.isAgain());
        }
        cancel();
        load();
    }

    /** Puts news into the form. */
    public void choose(long id) {
        NewsItem item = news.get(currentUser.getName(), id);
        Announcement announcement = item.announcement();
        form = new NewsForm(announcement);
        changedId = item.id();
        changedVersion = item.version();
        from = announcement.from().toEpochMilli();
        until = announcement.until().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Leaves the chosen ones as they are. */
    public void cancel() {
        form = new NewsForm();
        changedId = 0;
        from = 0;
        until = 0;
    }

    public void delete(long id) {
        news.delete(currentUser.getName(), id);
        cancel();
        load();
    }

    /** @return the text as readers will see it */
    public String getPreview() {
        return Optional.of(form.getText())
                .filter(text -> !text.isBlank())
                .map(text -> news.preview(currentUser.getName(), text))
                .orElse("");
    }

    public boolean isNew() {
        return changedId == 0;
    }

    public List<Severity> getSeverities() {
        return Arrays.asList(Severity.values());
    }

    public NewsForm getForm() {
        return form;
    }

    /** @return when the chosen ones begin, 0 for new ones */
    public long getFrom() {
        return from;
    }

    /** @return when the chosen ones end, 0 if they do not */
    public long getUntil() {
        return until;
    }
}
