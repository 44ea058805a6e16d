package org.carme.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write comes out readable, and never as anything that acts. */
class MarkdownTest {
    private static final int LONGEST = 10_000;
    private static final Pattern ACTS =
            Pattern.compile("(?i)<(script|img|iframe|style|svg|object|form)|<[^>]* (on|style|srcset|src)[a-z]*=");
    private static final Pattern BAD_ADDRESS = Pattern.compile("(?i)href=\"\\s*(javascript|data|vbscript|file|ftp):");

    private final Markdown news = Markdown.ofPeople();

    @Test
    void knowsTablesListsCodeAndBareAddresses() {
        String html = news.html("# Big\n\n- one\n- `two`\n\n|a|b|\n|-|-:|\n|1|2|\n\nsee https://carme.example/x");

        assertThat(html)
                .contains("<h3>Big</h3>", "<li>one</li>", "<code>two</code>", "<td align=\"right\">2</td>")
                .contains("href=\"https://carme.example/x\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt&colon;alert(1))",
                "[click](  javascript:alert(1))",
                "[click](data:text/html;base64,PHNjcmlwdD4=)",
                "<javascript:alert(1)>",
                "![x](https://elsewhere.example/huge.png)",
                "![x\" onerror=\"alert(1)](a.png)",
                "[x](a \"t\\\" onclick=alert(1)\")",
                "<style>*{display:none}</style>",
                "<iframe src=//elsewhere.example></iframe>",
                "<svg/onload=alert(1)>",
                "`<script>`",
                "[a]: javascript:alert(1)\n[a]"
            })
    void letsNothingActThatSomebodyWrites(String text) {
        String html = news.html(text);

        assertThat(html).doesNotContainPattern(ACTS).doesNotContainPattern(BAD_ADDRESS);
    }

    @Test
    void showsHtmlAsText() {
        assertThat(news.html("a <b>c</b>")).isEqualTo("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    }

    @Test
    void makesLinksOfPictures() {
        assertThat(news.html("![The plan](https://elsewhere.example/plan.png)"))
                .isEqualTo("<p><a href=\"https://elsewhere.example/plan.png\" rel=\"nofollow\">The plan</a></p>\n");
        assertThat(news.html("![](https://elsewhere.example/plan.png)"))
                .contains(">https://elsewhere.example/plan.png<");
    }

    @Test
    void keepsLinksIntoThePortal() {
        assertThat(news.html("[limits](/quota.xhtml)")).contains("href=\"/quota.xhtml\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">", "- ", "1. ", "*", "**a *", "[", "![", "`a``", "_a ", "<", "|", "&#0;", "(", "~", "\t", "a_b*",
                "- > 1. "
            })
    void copesWithAnyNesting(String part) {
        String text = part.repeat(LONGEST / part.length());

        assertThat(news.html(text + "x")).isNotBlank();
        assertThat(news.html(text.substring(LONGEST / 2) + "a" + new StringBuilder(text).reverse()))
                .doesNotContainPattern(ACTS);
    }

    @Test
    void showsOwnPicturesInDocuments() {
        Markdown documents = Markdown.ofDocuments(new Targets() {
            @Override
            public Optional<String> link(String destination) {
                return Optional.of("/docs.xhtml?page=" + destination).filter(address -> !address.contains("secret"));
            }

            @Override
            public Optional<String> image(String destination) {
                return destination.endsWith(".png") ? Optional.of("/resources/" + destination) : Optional.empty();
            }
        });

        assertThat(documents.html("# A\n![home](home.png) ![no](no.svg) [b](b.md) [c](secret.md)"))
                .contains("<h1>A</h1>", "<img src=\"/resources/home.png\" alt=\"home\">")
                .contains("href=\"/docs.xhtml?page=b.md\"", "href=\"/docs.xhtml?page=no.svg\"")
                .contains(" c</p>");
    }
}
