package org.carme.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer of the portal tells the browser; the script policy with its nonce comes from the pages. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void add(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!Requests.isResource(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (Requests.isResource(request) || Requests.isApi(request)) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
    }
}
