package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeCatalogueTest {
    private static final String GOOD = """
            {
              "name": "box",
              "title": "Box",
              "locations": ["directory", "docker"],
              "command": ["box", "run", "--home={home}", "{flags}", "{binds}", "{image}"],
              "bind": ["-b", "{source}:{target}"],
              "accelerators": ["--gpus"],
              "flags": {"no-network": {"title": "No network", "words": ["--net", "none"]}},
              "needs": ["box"]
            }
            """;

    @TempDir
    Path folder;

    @Test
    void readsADeclaration() throws IOException {
        Files.writeString(folder.resolve("box.json"), GOOD);

        RuntimeDeclaration box = RuntimeCatalogue.read(folder).get(1);

        assertThat(box.name()).isEqualTo("box");
        assertThat(box.locations()).containsExactlyInAnyOrder("directory", "docker");
        assertThat(box.command()).startsWith("box", "run").endsWith("{image}");
        assertThat(box.bind()).containsExactly("-b", "{source}:{target}");
        assertThat(box.readOnlyBind()).isEmpty();
        assertThat(box.accelerators()).containsExactly("--gpus");
        assertThat(box.flagWords(List.of("no-network", "gone"))).containsExactly("--net", "none");
        assertThat(box.needs()).containsExactly("box");
    }

    @Test
    void hasThePlainProcessWhateverIsDeclared() {
        assertThat(RuntimeCatalogue.read(folder)).containsExactly(RuntimeDeclaration.NONE);
    }

    @Test
    void acceptsWhatComesWithCarme() {
        assertThat(RuntimeCatalogue.read(Path.of("../server-config/runtimes")))
                .extracting(RuntimeDeclaration::name)
                .containsExactly("none", "apptainer", "bubblewrap", "charliecloud");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"box\" | \"name\": \"none\" | name",
                "\"name\": \"box\" | \"name\": \"other\" | name",
                "\"title\": \"Box\" | \"title\": \"\" | title",
                "\"title\": \"Box\" | \"titel\": \"Box\" | titel",
                "[\"directory\", \"docker\"] | [] | locations",
                "[\"directory\", \"docker\"] | [\"Directory\"] | locations",
                "\"{image}\" | \"{picture}\" | command",
                "\"{image}\" | \"image\" | command",
                "\"{binds}\" | \"binds\" | command",
                "\"{binds}\" | \"--b={binds}\" | command",
                "\"{flags}\", | \"{source}\", | command",
                "\"{flags}\", | \"{vartmp}:/var/tmp\", | command",
                "{source}:{target} | {source} | bind",
                "{source}:{target} | {source}:{target}:{home} | bind",
                "\"accelerators\" | \"readOnlyBind\": [\"-r\"], \"accelerators\" | readOnlyBind",
                "--gpus | {image} | accelerators",
                "\"no-network\" | \"--privileged\" | flags",
                "\"words\": [\"--net\", \"none\"] | \"words\": \"--net\" | words",
                "--net | {binds} | flags",
                "\"needs\": [\"box\"] | \"needs\": [\"\"] | needs",
                "{ | [ | JSON"
            })
    void refusesWhatIsWrongNamingFileAndKey(String right, String wrong, String key) throws IOException {
        String text = GOOD.replace(right, wrong);
        assertThat(text).isNotEqualTo(GOOD);
        Files.writeString(folder.resolve("box.json"), text);

        assertThatThrownBy(() -> RuntimeCatalogue.read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.runtimes.folder")
                .hasMessageContaining("box.json")
                .hasMessageContaining(key);
    }
}
