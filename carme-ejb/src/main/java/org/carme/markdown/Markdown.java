package org.carme.markdown;

import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * Turns Markdown into HTML. HTML inside is shown as text, and nothing but a list of harmless elements comes out, whatever
 * the parser made of it. It can be used by many at a time.
 */
public final class Markdown {
    /** Relative addresses are judged as if they stood on some site; it never appears. */
    private static final String SOMEWHERE = "https://portal.invalid/";

    private static final int BELOW_NEWS = 2;
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final String[] HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"};

    private final Safelist allowed;
    private final Targets targets;
    private final int below;

    private Markdown(Safelist allowed, Targets targets, int below) {
        this.allowed = allowed;
        this.targets = targets;
        this.below = below;
    }

    /** @return for short texts of people: headings begin at the third level, pictures become links to them */
    public static Markdown ofPeople() {
        return new Markdown(elements(), new AsWritten(), BELOW_NEWS);
    }

    /** @return for documents of our own: with pictures */
    public static Markdown ofDocuments(Targets targets) {
        Safelist allowed = elements()
                .addTags("img")
                .addAttributes("img", "src", "alt", "title")
                .addProtocols("img", "src", "https");
        return new Markdown(allowed, targets, 0);
    }

    public String html(String text) {
        Node document = PARSER.parse(text);
        document.accept(new Retargeting(targets, below));
        Document.OutputSettings plain = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(RENDERER.render(document), SOMEWHERE, allowed, plain);
    }

    private static Safelist elements() {
        return Safelist.basic()
                .addTags(HEADINGS)
                .addTags("hr", "table", "thead", "tbody", "tr", "th", "td")
                .addAttributes("th", "align")
                .addAttributes("td", "align")
                .addAttributes("ol", "start")
                .removeProtocols("a", "href", "ftp")
                .addProtocols("a", "href", "#")
                .preserveRelativeLinks(true);
    }

    /** Pages show no pictures from elsewhere, and people have none here. */
    private static final class AsWritten implements Targets {
        @Override
        public Optional<String> link(String destination) {
            return Optional.of(destination);
        }

        @Override
        public Optional<String> image(String destination) {
            return Optional.empty();
        }
    }
}
