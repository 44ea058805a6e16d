package org.carme.faces.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void hasNoScriptOfItsOwn(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(INLINE);
    }
}
