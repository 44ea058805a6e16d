package org.carme.faces.advisories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.advisories.AdvisoryChecks;
import org.carme.advisories.AdvisoryService;
import org.carme.advisories.AdvisoryStatus;
import org.carme.advisories.CheckState;
import org.carme.faces.layout.Texts;
import org.carme.web.security.CurrentUser;

/** How checks go, for image managers. */
@Named
@RequestScoped
public class AdvisoryCheckView {
    @Inject
    AdvisoryChecks checks;

    @Inject
    AdvisoryService advisories;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private AdvisoryStatus status;

    public AdvisoryStatus getStatus() {
        if (status == null) {
            status = advisories.status(currentUser.getName());
        }
        return status;
    }

    /** @return the check that was begun last, null if there was none */
    public CheckState getLast() {
        return getStatus().last().orElse(null);
    }

    /** @return {@code running}, {@code done} or {@code failed}; one that has died has failed */
    public String getOutcome() {
        if (getStatus().isRunning()) {
            return "running";
        }
        return getLast().outcome() == CheckState.Outcome.DONE ? "done" : "failed";
    }

    public String getTone() {
        return switch (getOutcome()) {
            case "running" -> "info";
            case "done" -> "run";
            default -> "bad";
        };
    }

    public String getIcon() {
        return switch (getOutcome()) {
            case "running" -> "pi-spinner";
            case "done" -> "pi-check-circle";
            default -> "pi-exclamation-triangle";
        };
    }

    /** Checks all images as soon as can be. */
    public void check() {
        checks.request(currentUser.getName());
        status = null;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text("advisories.check.begins")));
    }
}
