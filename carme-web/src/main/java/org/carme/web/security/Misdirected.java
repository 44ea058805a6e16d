package org.carme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Tells who came by an address that is not the portal's where it is. A page of the portal could not: whatever it links
 * would be refused there as well. Nobody is led on by himself, as behind a proxy that hides the address it was asked by
 * this would go on for ever.
 */
@ApplicationScoped
class Misdirected {
    /** RFC 9110, 15.5.20. */
    static final int STATUS = 421;

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    Origins origins;

    void answer(HttpServletResponse response, Locale language) throws IOException {
        response.setStatus(STATUS);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getWriter().write(page(language));
    }

    String page(Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle("org.carme.texts.Texts", language, ENGLISH_ELSE);
        return MessageFormat.format(
                """
                <!DOCTYPE html>
                <html lang="{0}">
                <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>{1}</title></head>
                <body><h1>{1}</h1><p>{2}</p><p><a href="{3}">{3}</a></p></body>
                </html>
                """,
                texts.getString("misdirected.language"),
                texts.getString("misdirected.title"),
                texts.getString("misdirected.text"),
                origins.portal());
    }
}
