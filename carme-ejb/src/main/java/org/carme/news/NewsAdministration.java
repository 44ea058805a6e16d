package org.carme.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.carme.database.Retry;
import org.carme.markdown.Markdown;
import org.carme.users.Administrators;

/** What administrators do with the news. Every method refuses everybody else. */
@ApplicationScoped
public class NewsAdministration {
    private static final Markdown MARKDOWN = Markdown.ofPeople();

    @Inject
    Administrators administrators;

    @Inject
    NewsStore store;

    @Inject
    NewsBoard board;

    /** @return the newest 200, past and future ones as well */
    public List<KeptNews> all(String admin) {
        administrators.require(admin);
        return store.all();
    }

    /** @throws NewsNotFoundException if there are none of that number */
    public NewsItem get(String admin, long id) {
        administrators.require(admin);
        return store.get(id);
    }

    /** @throws org.carme.common.InvalidRequestException naming what is wrong */
    public NewsItem create(String admin, Announcement wanted) {
        administrators.require(admin);
        return seen(() -> store.create(admin, wanted));
    }

    /**
     * Changes what {@code wanted} names by its number.
     *
     * @param again whether those who have dismissed or confirmed it shall see it again
     * @throws org.carme.common.ChangedMeanwhileException if somebody else has changed it since the caller saw it
     */
    public NewsItem change(String admin, NewsItem wanted, boolean again) {
        administrators.require(admin);
        return seen(() -> store.change(admin, wanted, again));
    }

    /** @throws NewsNotFoundException if there are none of that number */
    public void delete(String admin, long id) {
        administrators.require(admin);
        Retry.onConflict(() -> store.delete(admin, id));
        board.seen(store.lasting());
    }

    /** @return how the text will look, as HTML */
    public String preview(String admin, String text) {
        administrators.require(admin);
        if (text.isBlank()) {
            return "";
        }
        NewsRules.checkText(text);
        return MARKDOWN.html(text);
    }

    /** Pages of this instance need not wait for the watch. */
    private NewsItem seen(Supplier<NewsItem> change) {
        NewsItem changed = Retry.onConflict(change);
        board.seen(store.lasting());
        return changed;
    }
}
