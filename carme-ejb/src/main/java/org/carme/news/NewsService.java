package org.carme.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.carme.database.Retry;

/** What everybody does with the news. */
@ApplicationScoped
public class NewsService {
    @Inject
    NewsBoard board;

    @Inject
    NewsStore store;

    /** @return what is to be seen now, in the order of {@link NewsBoard#shown()}; without any news the database is not asked */
    public List<ReadNews> of(String user) {
        List<ShownNews> shown = board.shown();
        Set<Long> read = shown.isEmpty() ? Set.of() : store.readBy(user);
        return shown.stream()
                .map(news -> new ReadNews(news, read.contains(news.item().id())))
                .toList();
    }

    /**
     * The user dismisses or confirms news; a second time: nothing to do.
     *
     * @throws NewsNotFoundException if there are none of that number to be seen now
     */
    public void read(String user, long id) {
        Retry.onConflict(() -> store.read(user, id));
    }

    /**
     * Removes news that were over 90 days ago, and who has read them, in a transaction of its own.
     *
     * @return how many were removed; none if nothing is left
     */
    public int purge(int most) {
        return store.purge(most);
    }
}
