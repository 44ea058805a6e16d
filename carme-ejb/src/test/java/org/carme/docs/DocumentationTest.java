package org.carme.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The project's own documents, as they come with the application. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("href=\"docs\\.xhtml\\?page=([^\"#]*)(?:#([^\"]*))?\"");
    private static final Pattern PICTURE = Pattern.compile("src=\"resources/documents/([^\"]*)\"");

    private final Documentation documentation = new Documentation();

    @BeforeEach
    void read() {
        documentation.read();
    }

    @Test
    void listsEveryDocument() {
        Set<String> listed = documentation.groups().stream()
                .flatMap(group -> group.documents().stream())
                .map(Document::path)
                .collect(Collectors.toCollection(TreeSet::new));
        listed.add(Documentation.CONTENTS);

        assertThat(listed)
                .as("in docs/README.md")
                .containsExactlyElementsOf(DocumentFiles.read().keySet());
    }

    @Test
    void groupsThemByTheirReaders() {
        assertThat(documentation.groups())
                .extracting(DocumentGroup::title)
                .containsExactly(
                        "Tutorials",
                        "How to, for users",
                        "How to, for administrators",
                        "Reference",
                        "Explanation",
                        "Decisions");
    }

    @Test
    void linksOnlyWhatIsThere() {
        for (String path : DocumentFiles.read().keySet()) {
            String html = documentation.get(path).html();
            Matcher links = LINK.matcher(html);
            while (links.find()) {
                Document target = documentation.get(links.group(1));
                String anchor = links.group(2);
                assertThat(anchor == null
                                || target.sections().stream()
                                        .anyMatch(section -> section.anchor().equals(anchor)))
                        .as("%s links to %s#%s", path, target.path(), anchor)
                        .isTrue();
            }
            Matcher pictures = PICTURE.matcher(html);
            while (pictures.find()) {
                assertThat(Files.exists(Path.of("..", pictures.group(1))))
                        .as("%s shows %s", path, pictures.group(1))
                        .isTrue();
            }
        }
    }

    @Test
    void refusesWhatIsNoDocument() {
        assertThatThrownBy(() -> documentation.get("../secret")).isInstanceOf(DocumentNotFoundException.class);
    }

    @Test
    void findsSectionsThatHaveAllWords() {
        assertThat(documentation.find("MAINTENANCE message").get(0).document().path())
                .isEqualTo("docs/how-to/maintenance.md");
        assertThat(documentation.find("shift+enter").get(0).excerpt()).contains("Shift+Enter");
        assertThat(documentation.find("maintenance xyzzy")).isEmpty();
        assertThat(documentation.find("  ")).isEmpty();
    }
}
