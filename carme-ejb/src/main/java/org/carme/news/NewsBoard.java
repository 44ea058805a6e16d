package org.carme.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carme.markdown.Markdown;

/** The news as last seen in the database, made ready for pages once; they may be two seconds old. */
@ApplicationScoped
public class NewsBoard {
    private static final Markdown MARKDOWN = Markdown.ofPeople();
    private static final Comparator<ShownNews> IMPORTANT_FIRST =
            Comparator.comparing((ShownNews news) -> news.item().announcement().severity(), Comparator.reverseOrder());

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<NewsItem> read = List.of();
    private volatile List<ShownNews> lasting = List.of();
    private volatile List<NewsItem> shown = List.of();

    @Inject
    Clock clock;

    /** @return what is to be seen now: important ones first, then those that began last */
    public List<ShownNews> shown() {
        Instant now = clock.instant();
        return lasting.stream()
                .filter(news -> news.item().announcement().isShown(now))
                .toList();
    }

    /** @return the same of the login page */
    public List<ShownNews> onLoginPage() {
        return shown().stream()
                .filter(news -> news.item().announcement().onLogin())
                .toList();
    }

    /** Listeners are called when {@link #shown()} has changed; they must be quick and must not fail. */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** To be called with what the database has, every few seconds and after a change. */
    synchronized void seen(List<NewsItem> items) {
        if (!items.equals(read)) {
            read = items;
            lasting = items.stream()
                    .map(item -> new ShownNews(
                            item, MARKDOWN.html(item.announcement().text())))
                    .sorted(IMPORTANT_FIRST)
                    .toList();
        }
        List<NewsItem> before = shown;
        shown = items(shown());
        if (!shown.equals(before)) {
            listeners.forEach(Runnable::run);
        }
    }

    private static List<NewsItem> items(List<ShownNews> news) {
        return news.stream().map(ShownNews::item).toList();
    }
}
