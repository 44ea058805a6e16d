package org.carme.web.security;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** What web.xml cannot know: with https the session's cookie never travels without it. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean https = ConfigProvider.getConfig()
                .getOptionalValue("carme.portal.url", URI.class)
                .map(URI::getScheme)
                .filter("https"::equals)
                .isPresent();
        event.getServletContext().getSessionCookieConfig().setSecure(https);
        event.getServletContext().setRequestCharacterEncoding(StandardCharsets.UTF_8.name());
    }
}
