package org.carme.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What kind of request this is; the one place that knows the paths. */
final class Requests {
    private static final List<String> OPEN_PAGES =
            List.of("/login.xhtml", "/jakarta.faces.resource/", "/resources/", "/error/", "/favicon.ico");
    private static final List<String> OPEN_CALLS = List.of("/api/v1/health/", "/api/v1/openapi");

    private Requests() {}

    static String path(HttpServletRequest request) {
        String uri = request.getRequestURI().substring(request.getContextPath().length());
        int parameters = uri.indexOf(';');
        return parameters < 0 ? uri : uri.substring(0, parameters);
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    /** Whether anybody may ask. Dot segments never make a path open. */
    static boolean isOpen(HttpServletRequest request) {
        String path = path(request);
        return !path.contains("..") && (startsWithOne(path, OPEN_PAGES) || startsWithOne(path, OPEN_CALLS));
    }

    /** Traffic that no user's action has caused. */
    static boolean isBackground(HttpServletRequest request) {
        String path = path(request);
        return "true".equals(request.getHeader("Carme-Background"))
                || request.getHeader("Upgrade") != null
                || path.startsWith("/jakarta.faces.resource/")
                || path.startsWith("/jakarta.faces.push/");
    }

    static boolean isPartial(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    private static boolean startsWithOne(String path, List<String> beginnings) {
        return beginnings.stream().anyMatch(path::startsWith);
    }
}
