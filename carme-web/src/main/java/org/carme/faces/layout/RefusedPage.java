package org.carme.faces.layout;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;
import org.carme.texts.ErrorTexts;
import org.carme.web.security.CurrentUser;

/** Instead of a page that cannot be made, and of the half of it that there is already: an error page that says why. */
final class RefusedPage {
    /** What the error pages say; a request attribute. */
    static final String REASON = "refusal";

    private static final Logger LOG = System.getLogger(RefusedPage.class.getName());
    private static final String EARLIER = RefusedPage.class.getName();

    private RefusedPage() {}

    /** Why the loading of a page was refused, which is made all the same, and may lack too much for that. */
    static void remember(FacesContext context, CarmeException failure) {
        context.getAttributes().put(EARLIER, failure);
    }

    /**
     * @param lack what the page has failed with
     * @return false if nothing is remembered, or as {@link #send}
     */
    static boolean sendEarlier(FacesContext context, Throwable lack) {
        if (!(context.getAttributes().get(EARLIER) instanceof CarmeException failure)) {
            return false;
        }
        LOG.log(
                Level.WARNING,
                "{0} fails after a refusal: {1}",
                context.getViewRoot().getViewId(),
                lack.toString());
        return send(context, failure);
    }

    /** @return false if too much of the page has been sent */
    static boolean send(FacesContext context, CarmeException failure) {
        ExternalContext external = context.getExternalContext();
        if (external.isResponseCommitted()) {
            return false;
        }
        ErrorTexts texts = CDI.current().select(ErrorTexts.class).get();
        external.getRequestMap()
                .put(REASON, texts.text(failure, context.getViewRoot().getLocale()));
        if (failure.code() == ErrorCode.DATABASE_UNAVAILABLE) {
            external.getRequestMap().put(CurrentUser.HIDDEN, true);
        }
        try {
            external.responseSendError(status(failure.code()), null);
        } catch (IOException e) {
            throw new FacesException(e);
        }
        context.responseComplete();
        return true;
    }

    /** Those that have an error page. */
    private static int status(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case INVALID_REQUEST -> HttpServletResponse.SC_BAD_REQUEST;
            case DATABASE_UNAVAILABLE,
                    DIRECTORY_UNAVAILABLE,
                    BACKUPS_UNAVAILABLE,
                    CLUSTER_UNAVAILABLE,
                    MAINTENANCE,
                    TOO_OFTEN -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            default -> HttpServletResponse.SC_FORBIDDEN;
        };
    }
}
