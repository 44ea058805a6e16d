package org.carme.faces.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.carme.news.NewsBoard;

/** Tells all open pages that there are other news. */
@ApplicationScoped
public class NewsPush {
    @Inject
    @Push(channel = "notices")
    PushContext pages;

    @Inject
    NewsBoard board;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        board.subscribe(() -> pages.send("news"));
    }
}
