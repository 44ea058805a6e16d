package org.carme.faces.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.web.security.PortalLogin;

/** The log-out button of every page. */
@Named
@RequestScoped
public class Logout {
    @Inject
    PortalLogin portalLogin;

    public String logOut() {
        portalLogin.logOut();
        return "/login.xhtml?faces-redirect=true";
    }
}
