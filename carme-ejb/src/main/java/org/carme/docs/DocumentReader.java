package org.carme.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.carme.markdown.Markdown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Makes a document of a file: rendered, with headings that can be linked to, and cut into sections. */
final class DocumentReader {
    /** How the ids of headings begin, so that they are none of the page's. */
    static final String SECTION = "section-";

    private static final String HEADINGS = "h1, h2, h3, h4";

    private DocumentReader() {}

    /** @param known paths of all documents */
    static Document read(String path, String text, SortedSet<String> known) {
        Element body = Jsoup.parseBodyFragment(
                        Markdown.ofDocuments(new DocumentLinks(path, known)).html(text))
                .body();
        body.ownerDocument().outputSettings().prettyPrint(false);
        Element first = body.selectFirst("h1");
        String title = first == null ? path : first.text();
        List<Document.Section> sections = new ArrayList<>();
        for (Element heading : body.select(HEADINGS)) {
            String anchor = anchor(heading.text());
            heading.attr("id", anchor);
            sections.add(new Document.Section(anchor, heading.text(), textBelow(heading)));
        }
        // a table that is too wide is scrolled, by keyboard, too
        body.select("table").wrap("<div class=\"scroll\" tabindex=\"0\" role=\"region\"></div>");
        body.select(".scroll").forEach(scroll -> scroll.attr("aria-label", title));
        return new Document(path, title, body.html(), List.copyOf(sections));
    }

    /** As GitHub makes them. */
    static String anchor(String heading) {
        return SECTION
                + heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
    }

    private static String textBelow(Element heading) {
        StringBuilder text = new StringBuilder();
        Element next = heading.nextElementSibling();
        while (next != null && !next.is(HEADINGS)) {
            text.append(next.text()).append(' ');
            next = next.nextElementSibling();
        }
        return text.toString().strip();
    }
}
