package org.carme.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
    private static final TreeSet<String> KNOWN =
            new TreeSet<>(List.of("docs/README.md", "docs/how-to/a.md", "docs/adr/0001-x.md"));

    @Test
    void leadsFromDocumentToDocument() {
        assertThat(html("[a](a.md) [b](../README.md#top) [c](#here) [d](../adr/)"))
                .contains("\"docs.xhtml?page=docs/how-to/a.md\"")
                .contains("\"docs.xhtml?page=docs/README.md#section-top\"")
                .contains("\"docs.xhtml?page=docs/how-to/a.md#section-here\"")
                .contains("\"docs.xhtml?page=docs/adr/0001-x.md\"");
    }

    @Test
    void linksNothingThatDoesNotComeAlong() {
        assertThat(html("[a](../../LICENSE) [b](../../../../etc/passwd)")).isEqualTo("<p>a b</p>\n");
        assertThat(html("[a](https://slurm.schedmd.com)")).contains("href=\"https://slurm.schedmd.com\"");
    }

    @Test
    void showsPicturesThatComeAlong() {
        assertThat(html("![home](../images/home.png)")).contains("src=\"resources/documents/docs/images/home.png\"");
        assertThat(html("![x](https://elsewhere.example/x.png)")).doesNotContain("<img");
    }

    @Test
    void cutsTheTextIntoSections() {
        Document document = DocumentReader.read("docs/how-to/a.md", "# A b\none\n## Two, 3!\n`two`\n\n- three", KNOWN);

        assertThat(document.title()).isEqualTo("A b");
        assertThat(document.sections())
                .containsExactly(
                        new Document.Section("section-a-b", "A b", "one"),
                        new Document.Section("section-two-3", "Two, 3!", "two three"));
        assertThat(document.html()).contains("<h2 id=\"section-two-3\">");
    }

    private static String html(String text) {
        return DocumentReader.read("docs/how-to/a.md", text, KNOWN).html();
    }
}
