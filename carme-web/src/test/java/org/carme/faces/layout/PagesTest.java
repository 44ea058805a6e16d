package org.carme.faces.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page must keep to. */
class PagesTest {
    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern FORM = Pattern.compile("<h:form [^>]*>\\s*(<[^>]*>)");
    private static final Pattern INLINE = Pattern.compile("<script|\\son[a-z]+=\"(?!carme)|javascript:");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern EXPRESSION = Pattern.compile("#\\{('[^']*'|[^}'])*\\}");
    private static final Pattern STRING = Pattern.compile("'[^']*'");
    /** Expression Language 5.0, 1.14. */
    private static final Pattern RESERVED =
            Pattern.compile("\\.(and|or|not|eq|ne|lt|gt|le|ge|true|false|null|instanceof|empty|div|mod)\\b");

    private static final Pattern SPOKEN =
            Pattern.compile("\\s(?:aria-label|title|alt|placeholder|itemLabel)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>|&\\w+;");
    private static final Pattern WORD = Pattern.compile("[^\\s·()]*\\p{L}[^\\s·()]*");
    /** The same in every language. */
    private static final Set<String> NAMES =
            Set.of("Carme", "Slurm", "Java", "GB", "ms", "~/.local/share/carme/job-log-dir/.out", "English", "Deutsch");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void carriesTheNonceInEveryForm(Path page) throws IOException {
        Matcher forms = FORM.matcher(Files.readString(page));
        while (forms.find()) {
            assertThat(forms.group(1)).contains("name=\"primefaces.nonce\"").contains("#{pagePolicy.nonce}");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void takesAllItsTextsFromTheBundles(Path page) throws IOException {
        String own = EXPRESSION
                .matcher(COMMENT.matcher(Files.readString(page)).replaceAll(""))
                .replaceAll("");
        Stream<String> spoken = SPOKEN.matcher(own).results().map(found -> found.group(1));
        Stream<String> shown = Stream.of(TAG.matcher(own).replaceAll("\n"));

        assertThat(Stream.concat(spoken, shown)
                        .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group)))
                .isSubsetOf(NAMES);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoScriptOfItsOwn(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(INLINE);
    }

    /** Nobody else notices before the page is opened. */
    @ParameterizedTest
    @MethodSource("pages")
    void namesNoPropertyByAReservedWord(Path page) throws IOException {
        assertThat(EXPRESSION.matcher(Files.readString(page)).results().map(MatchResult::group))
                .noneMatch(expression -> RESERVED.matcher(
                                STRING.matcher(expression).replaceAll(""))
                        .find());
    }
}
