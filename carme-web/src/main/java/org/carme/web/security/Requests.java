package org.carme.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/**
 * What kind of request this is; the one place that knows the paths. A path is what the container has made of the
 * request's URI, because that is what it serves: the URI itself may hide dot segments and parameters.
 */
final class Requests {
    private static final String ERROR_PAGE = "/error.xhtml";
    private static final Set<String> OPEN_PAGES = Set.of(ERROR_PAGE, "/login.xhtml", "/favicon.ico");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> RESOURCES = List.of("/jakarta.faces.resource/", "/resources/");
    private static final Set<String> SERVERS_OWN = Set.of("/health", "/metrics", "/openapi", "/openapi-ui");
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private Requests() {}

    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    /** What administrators alone may see. */
    static boolean isAdministration(HttpServletRequest request) {
        return path(request).startsWith("/admin/") || path(request).startsWith("/api/v1/admin/");
    }

    static boolean isEntry(HttpServletRequest request) {
        return path(request).startsWith("/entry/");
    }

    /** Scripts, styles and pictures. */
    static boolean isResource(HttpServletRequest request) {
        return RESOURCES.stream().anyMatch(path(request)::startsWith);
    }

    /** What the server itself answers beside the application, to anybody who asks. */
    static boolean isServersOwn(HttpServletRequest request) {
        String path = path(request);
        return SERVERS_OWN.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    /** Not what the server makes of a failure, nor a form of such a page, but somebody who typed its address. */
    static boolean asksForErrorPage(HttpServletRequest request) {
        return path(request).equals(ERROR_PAGE)
                && READING.contains(request.getMethod())
                && request.getDispatcherType() != DispatcherType.ERROR;
    }

    /** Whether anybody may see it. */
    static boolean isOpen(HttpServletRequest request) {
        String path = path(request);
        return OPEN_PAGES.contains(path) || path.startsWith("/python/") || isResource(request);
    }

    /** Traffic that no user's action has caused. */
    static boolean isBackground(HttpServletRequest request) {
        return "true".equals(request.getHeader("Carme-Background"))
                || (isPartial(request) && "true".equals(request.getParameter("carme.background")))
                || request.getHeader("Upgrade") != null
                || isResource(request)
                || isEmbeddedElsewhere(request);
    }

    static boolean isPartial(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    private static boolean isEmbeddedElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && OTHER_SITES.contains(site) && !"document".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
