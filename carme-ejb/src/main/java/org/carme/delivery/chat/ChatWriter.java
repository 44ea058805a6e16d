package org.carme.delivery.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.carme.delivery.DeliverySettings;
import org.carme.delivery.Letter;
import org.carme.delivery.Wording;

/** Makes a chat's text of a letter. Names come from people: nothing in them mentions, links or formats. */
@ApplicationScoped
class ChatWriter {
    private static final String INVISIBLE = "\u200b";

    @Inject
    Wording wording;

    @Inject
    DeliverySettings settings;

    String write(Letter letter) {
        List<String> lines = new ArrayList<>();
        letter.shown().forEach(message -> lines.add("• " + plain(wording.message(message, letter.locale()))));
        if (letter.hidden() > 0) {
            lines.add(wording.phrase("more", letter.locale(), letter.hidden()));
        }
        lines.add(settings.page(letter.page()));
        return String.join("\n", lines);
    }

    /**
     * Slack reads &lt;!channel&gt; and &lt;http://…|text&gt;, and shows three characters as entities; Mattermost reads
     * Markdown and {@code @all}, and shows entities as characters.
     */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([@#~!*_`\\[\\]()|\\\\])", "$1" + INVISIBLE)
                .replace("://", ":" + INVISIBLE + "//");
    }
}
