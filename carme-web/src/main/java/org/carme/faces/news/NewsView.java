package org.carme.faces.news;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.common.InvalidRequestException;
import org.carme.news.NewsBoard;
import org.carme.news.NewsService;
import org.carme.web.security.CurrentUser;

/** The news of every page: the banner, the card of {@code index.xhtml}, {@code news.xhtml} and the login page. */
@Named
@RequestScoped
public class NewsView {
    private static final int ON_CARD = 3;

    @Inject
    NewsService news;

    @Inject
    NewsBoard board;

    @Inject
    CurrentUser currentUser;

    @Inject
    ExternalContext external;

    private List<NewsRow> all;

    /** @return everything that is to be seen now */
    public List<NewsRow> getAll() {
        if (all == null) {
            all = currentUser.isKnown()
                    ? news.of(currentUser.getName()).stream().map(NewsRow::new).toList()
                    : List.of();
        }
        return all;
    }

    public List<NewsRow> getBanners() {
        return getAll().stream().filter(NewsRow::isBanner).toList();
    }

    /** @return the first few; the others are on the page with all */
    public List<NewsRow> getOnCard() {
        return getAll().stream().filter(NewsRow::isOnCard).limit(ON_CARD).toList();
    }

    /** @return what those may read who have not logged in */
    public List<NewsRow> getOnLoginPage() {
        return board.onLoginPage().stream()
                .map(shown -> new NewsRow(shown, false))
                .toList();
    }

    /** The reader dismisses or confirms what the request's parameter names. */
    public void read() {
        try {
            news.read(
                    currentUser.getName(),
                    Long.parseLong(external.getRequestParameterMap().get("news")));
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request.parameter", "news");
        }
        all = null;
    }
}
