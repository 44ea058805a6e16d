package org.carme.faces.layout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Language, theme and time zone: the browser's, unless the user has chosen; the choice is kept in cookies. */
@Named
@RequestScoped
public class Appearance {
    private static final String LANGUAGE_COOKIE = "carme-language";
    private static final String THEME_COOKIE = "carme-theme";
    private static final String ZONE_COOKIE = "carme-zone";
    /** By what stands in the cookie. */
    private static final Map<String, String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(id -> URLEncoder.encode(id, StandardCharsets.UTF_8), id -> id));

    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final int A_YEAR = 365 * 24 * 3600;

    @Inject
    ExternalContext external;

    private String language;
    private String theme;
    private String zone;

    /** At once: an error page that comes later in the same request finds the context of the failed page released. */
    @PostConstruct
    void choose() {
        String keptTheme = cookie(THEME_COOKIE);
        theme = THEMES.contains(keptTheme) ? keptTheme : "system";
        zone = ZONES.getOrDefault(cookie(ZONE_COOKIE), "");
        String wanted = external.getRequestParameterMap().get("lang");
        if (wanted != null && LANGUAGES.contains(wanted)) {
            external.addResponseCookie(
                    LANGUAGE_COOKIE, wanted, Map.of("path", "/", "maxAge", A_YEAR, "SameSite", "Lax"));
            language = wanted;
            return;
        }
        String kept = cookie(LANGUAGE_COOKIE);
        language = LANGUAGES.contains(kept) ? kept : browsers();
    }

    private String browsers() {
        var wanted = external.getRequestLocales();
        while (wanted.hasNext()) {
            String next = wanted.next().getLanguage();
            if (LANGUAGES.contains(next)) {
                return next;
            }
        }
        return "en";
    }

    public String getLanguage() {
        return language;
    }

    /** @return the query of the address of this page in the other language */
    public String getOtherLanguage() {
        String query = external.getRequest() instanceof HttpServletRequest request ? request.getQueryString() : null;
        return inLanguage(query, language.equals("de") ? "en" : "de");
    }

    static String inLanguage(String query, String language) {
        Stream<String> kept = Stream.of((query == null ? "" : query).split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang="));
        return Stream.concat(kept, Stream.of("lang=" + language)).collect(Collectors.joining("&", "?", ""));
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(language);
    }

    /** @return {@code light}, {@code dark}, or {@code system} while the user has not chosen */
    public String getTheme() {
        return theme;
    }

    /** @return such as {@code Europe/Berlin}, empty while the user has not chosen: the page's script knows the browser's */
    public String getZone() {
        return zone;
    }

    private String cookie(String name) {
        return external.getRequestCookieMap().get(name) instanceof Cookie cookie ? cookie.getValue() : "";
    }
}
