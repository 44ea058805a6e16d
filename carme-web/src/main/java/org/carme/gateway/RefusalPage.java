package org.carme.gateway;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** Tells a person, in English or German, why there is no entry point to see and what to do about it. */
final class RefusalPage {
    private static final Set<String> LANGUAGES = Set.of("en", "de");
    /** Nothing here comes from a request but the checked job key and service in the link. */
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s · Carme</title>
            <link rel="stylesheet" href="%s">
            </head>
            <body>
            <main>
            <p class="brand">Carme</p>
            <h1>%s</h1>
            <p>%s</p>
            %s
            </main>
            </body>
            </html>
            """;

    private static final String WAITING = "<p class=\"waiting\" aria-hidden=\"true\"><span></span></p>\n";

    private final Locale language;
    private final GatewayAddress address;
    private final String stylesheet;
    private final ResourceBundle texts;

    RefusalPage(Enumeration<Locale> wished, GatewayAddress address, String stylesheet) {
        this.language = Collections.list(wished).stream()
                .filter(locale -> LANGUAGES.contains(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        this.address = address;
        this.stylesheet = stylesheet;
        this.texts = ResourceBundle.getBundle(
                "org.carme.gateway.Refusals",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param path null if the address makes no sense */
    String html(EntryPath path, Refusal reason) {
        Optional<EntryPath> reopened = Optional.ofNullable(path).filter(known -> !known.isOwn() && reason.isReopened());
        String link = "<p><a class=\"action\" href=\"%s\">%s</a></p>"
                .formatted(
                        reopened.map(address::reopen).orElse(address.portal() + "/"),
                        texts.getString(reopened.isPresent() ? "reopen" : "portal"));
        return page(reason.code(), (reason == Refusal.NOT_READY ? WAITING : "") + link);
    }

    /** @return the page that asks whether to open the entry point whose portal address it stands at */
    String question() {
        return page(
                "question",
                "<form method=\"post\"><button>%s</button></form>".formatted(texts.getString("question.yes")));
    }

    private String page(String key, String action) {
        String title = texts.getString(key + ".title");
        return PAGE.formatted(language.getLanguage(), title, stylesheet, title, texts.getString(key + ".text"), action);
    }
}
