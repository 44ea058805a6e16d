package org.carme.faces.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.carme.web.security.CurrentUser;
import org.carme.web.security.PortalLogin;

/** Backs {@code login.xhtml}; afterwards the page first asked for comes. */
@Named
@RequestScoped
public class LoginView {
    @Inject
    PortalLogin portalLogin;

    @Inject
    CurrentUser currentUser;

    @Inject
    ExternalContext external;

    private String user;
    private String password;
    private String to;

    public void logIn() throws IOException {
        portalLogin.logIn(user == null ? "" : user, password == null ? "" : password);
        goOn();
    }

    /** Somebody who is logged in has no use for this page. */
    public void skipIfKnown() throws IOException {
        if (currentUser.isKnown()) {
            goOn();
        }
    }

    private void goOn() throws IOException {
        external.redirect(external.getRequestContextPath() + PortalLogin.safeTarget(to));
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    /** Never shown again. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
