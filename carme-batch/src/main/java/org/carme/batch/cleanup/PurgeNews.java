package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.news.NewsService;

/** Removes news that have long been over. */
@Named
@Dependent
public class PurgeNews extends Purge {
    @Inject
    NewsService news;

    @Override
    int remove(int most) {
        return news.purge(most);
    }
}
