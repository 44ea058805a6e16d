package org.carme.web.security;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import org.carme.audit.Origin;

/** Tells the audit log for which client the request's thread works. A listener: it runs before anybody is known. */
@WebListener
public class ClientOrigin implements ServletRequestListener {
    @Override
    public void requestInitialized(ServletRequestEvent event) {
        Origin.set(event.getServletRequest().getRemoteAddr());
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        Origin.clear();
    }
}
