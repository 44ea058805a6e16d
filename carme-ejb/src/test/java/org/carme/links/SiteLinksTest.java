package org.carme.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.carme.common.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteLinksTest {
    @Test
    void knowsNoneByDefault() {
        SiteLinks links = read(Map.of());

        assertThat(links.getChat()).isNull();
        assertThat(links.getMore()).isEmpty();
    }

    @Test
    void readsWhatTheSiteHas() {
        SiteLinks links = read(Map.of(
                "carme.links.chat", " https://chat.example.org/carme ",
                "carme.links.more", "GitLab=https://gitlab.example.org, Status page=http://status.example.org/?a=b"));

        assertThat(links.getChat()).isEqualTo(URI.create("https://chat.example.org/carme"));
        assertThat(links.getMore())
                .containsExactly(
                        new SiteLink("GitLab", URI.create("https://gitlab.example.org")),
                        new SiteLink("Status page", URI.create("http://status.example.org/?a=b")));
    }

    @ParameterizedTest
    @CsvSource({
        "carme.links.chat, javascript:alert(1)",
        "carme.links.wiki, /wiki",
        "carme.links.imprint, 'https://a b/'",
        "carme.links.privacy, https:///path",
        "carme.links.disclaimer, ftp://example.org/",
        "carme.links.more, https://gitlab.example.org",
        "carme.links.more, 'GitLab=https://gitlab.example.org, =https://x.example.org'",
        "carme.links.more, GitLab=data:text/html"
    })
    void stopsTheStartAndNamesTheKey(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(key);
    }

    private static SiteLinks read(Map<String, String> values) {
        SiteLinks links = new SiteLinks();
        links.config = new TestConfig(values);
        links.read();
        return links;
    }
}
