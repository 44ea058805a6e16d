package org.carme.faces.password;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.faces.layout.Texts;
import org.carme.users.PasswordService;
import org.carme.web.security.CurrentUser;

/** Backs {@code password.xhtml}. */
@Named
@RequestScoped
public class PasswordView {
    @Inject
    PasswordService passwords;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    Texts texts;

    private String present = "";
    private String next = "";
    private String again = "";

    public void change() {
        if (!next.equals(again)) {
            throw InvalidRequestException.about("again", "invalid-request.password-again");
        }
        int ended = passwords.change(
                currentUser.getName(), present, next, Optional.of(currentUser.sessionKey()), request.getRemoteAddr());
        faces.addMessage(
                null, new FacesMessage(FacesMessage.SEVERITY_INFO, texts.text("password.changed", ended), null));
    }

    /** Never shown again, as those below. */
    public String getPresent() {
        return null;
    }

    public void setPresent(String present) {
        this.present = text(present);
    }

    public String getNext() {
        return null;
    }

    public void setNext(String next) {
        this.next = text(next);
    }

    public String getAgain() {
        return null;
    }

    public void setAgain(String again) {
        this.again = text(again);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
