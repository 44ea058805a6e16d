package org.carme.faces.layout;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.util.Iterator;
import org.carme.common.CarmeException;
import org.carme.database.DatabaseUnavailableException;
import org.carme.texts.ErrorTexts;
import org.carme.web.security.UnauthenticatedException;

/**
 * Business failures become messages on the page, beside their fields where they have some, or an error page with their
 * text where the page itself could not be made; an expired view is loaded again; the rest is an error page.
 */
class PageExceptionHandler extends ExceptionHandlerWrapper {
    PageExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            if (isHandled(context, events.next().getContext().getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isHandled(FacesContext context, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException expired) {
                redirect(context, expired.getViewId());
                return true;
            }
            if (cause instanceof UnauthenticatedException) {
                redirect(context, "/login.xhtml");
                return true;
            }
            if (cause instanceof CarmeException known) {
                return tell(context, known);
            }
        }
        return DatabaseUnavailableException.in(failure)
                .map(away -> tell(context, away))
                .orElseGet(() -> isRendering(context) && RefusedPage.sendEarlier(context, failure));
    }

    private static boolean tell(FacesContext context, CarmeException failure) {
        return isRendering(context) ? RefusedPage.send(context, failure) : show(context, failure);
    }

    private static boolean isRendering(FacesContext context) {
        return context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }

    private static boolean show(FacesContext context, CarmeException failure) {
        if (!context.isPostback()) {
            RefusedPage.remember(context, failure);
        }
        if (CDI.current().select(WrongFields.class).get().say(failure)) {
            // the page stays as it is, with all that was typed
            context.getPartialViewContext().getRenderIds().clear();
        } else {
            ErrorTexts texts = CDI.current().select(ErrorTexts.class).get();
            String text = texts.text(failure, context.getViewRoot().getLocale());
            context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
        context.validationFailed();
        return true;
    }

    private static void redirect(FacesContext context, String viewId) {
        try {
            context.getExternalContext().redirect(context.getExternalContext().getRequestContextPath() + viewId);
            context.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }
}
