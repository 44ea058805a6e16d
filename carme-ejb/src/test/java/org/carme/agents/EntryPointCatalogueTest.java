package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryPointCatalogueTest {
    @TempDir
    Path folder;

    private String good;

    @BeforeEach
    void read() throws IOException {
        good = Files.readString(Path.of("src/test/resources/entry-points/jupyter.json"));
    }

    @Test
    void readsAllDeclarations() {
        List<EntryPointDeclaration> all = EntryPointCatalogue.read(Path.of("src/test/resources/entry-points"));

        assertThat(all).extracting(EntryPointDeclaration::name).containsExactly("jupyter", "terminal");
        EntryPointDeclaration jupyter = all.get(0);
        assertThat(jupyter.command()).containsExactly("jupyter-notebook", "--config={dir}/jupyter_config.json");
        assertThat(jupyter.readinessStatus()).containsExactly(200);
        assertThat(jupyter.secret()).contains(new SecretHeader("Authorization", "token {secret}"));
        assertThat(jupyter.strip()).isFalse();
        EntryPointDeclaration terminal = all.get(1);
        assertThat(terminal.readinessStatus()).containsExactly(200, 204);
        assertThat(terminal.secret()).isEqualTo(Optional.empty());
        assertThat(terminal.open()).isEmpty();
        assertThat(terminal.strip()).isTrue();
        assertThat(terminal.onDemand()).isTrue();
        assertThat(terminal.startLimit()).isEqualTo(Duration.ofSeconds(30));
        assertThat(terminal.order()).isEqualTo(20);
        assertThat(terminal.after()).containsExactly("jupyter");
        assertThat(jupyter.onDemand()).isFalse();
    }

    @Test
    void acceptsWhatComesWithCarme() {
        assertThat(EntryPointCatalogue.read(Path.of("../server-config/entry-points")))
                .extracting(EntryPointDeclaration::name)
                .contains("jupyter", "terminal");
    }

    @Test
    void ignoresOtherFiles() throws IOException {
        Files.writeString(folder.resolve("README.md"), "no declaration");

        assertThat(EntryPointCatalogue.read(folder)).isEmpty();
    }

    @Test
    void namesTheKeyWhenThereIsNoFolder() {
        assertThatThrownBy(() -> EntryPointCatalogue.read(folder.resolve("none")))
                .hasMessageContaining("carme.entry-points.folder")
                .hasMessageContaining("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"jupyter\" | \"name\": \"Jupyter\" | name",
                "\"name\": \"jupyter\" | \"name\": \"other\" | name",
                "\"title\": \"Jupyter Notebook\" | \"title\": \" \" | title",
                "\"title\": \"Jupyter Notebook\" | \"title\": 7 | title",
                "\"title\": \"Jupyter Notebook\", | `` | title",
                "\"title\" | \"titel\" | titel",
                "\"icon\": \"pi-book\" | \"icon\": \"x\\\" onclick=\\\"\" | icon",
                "[\"jupyter-notebook\", \"--config={dir}/jupyter_config.json\"] | [] | command",
                "--config={dir}/jupyter_config.json | --token={secret} | command",
                "\"jupyter_config.json\": | \"../config\": | files",
                "\"JUPYTER_DATA_DIR\": | \"A=B\": | environment",
                "\"environment\": {\"JUPYTER_DATA_DIR\": \"{dir}/data\"} | \"environment\": {\"A\": 1} | environment",
                "\"listen\": \"unix\" | \"listen\": \"0.0.0.0\" | listen",
                "\"readiness\": \"api/status\" | \"readiness\": \"/api\" | readiness",
                "\"readiness\": \"api/status\" | \"readiness\": \"../api\" | readiness",
                "\"open\": \"tree\" | \"open\": \"https://example.org\" | open",
                "\"open\": \"tree\" | \"open\": \"//example.org\" | open",
                "\"basePath\": \"keep\" | \"basePath\": \"drop\" | basePath",
                "\"basePath\": \"keep\" | \"readinessStatus\": [], \"basePath\": \"keep\" | readinessStatus",
                "\"basePath\": \"keep\" | \"readinessStatus\": [200.5], \"basePath\": \"keep\" | readinessStatus",
                "token {secret} | token | secret",
                "\"header\": \"Authorization\" | \"header\": \"A: b\" | secret",
                "\"needs\": [\"jupyter-notebook\"] | \"needs\": \"jupyter\" | needs",
                "\"needs\": [\"jupyter-notebook\"] | \"needs\": [\"$(id)\"] | needs",
                "\"needs\": [\"jupyter-notebook\"] | \"needs\": [\"-v\"] | needs",
                "\"needs\": | \"after\": [\"jupyter\"], \"needs\": | circle",
                "\"needs\": | \"after\": [\"other\"], \"needs\": | line 13: after: there is no entry point other",
                "\"needs\": | \"start\": \"never\", \"needs\": | line 13: start",
                "\"needs\": | \"startSeconds\": 0, \"needs\": | startSeconds",
                "\"needs\": | \"startSeconds\": 1.5, \"needs\": | startSeconds",
                "\"needs\": | \"order\": -1, \"needs\": | order",
                "\"open\": \"tree\" | \"open\": \"../x\" | line 10: open",
                "{ | [ | JSON"
            })
    void refusesWhatIsWrongNamingFileAndKey(String right, String wrong, String key) throws IOException {
        String text = good.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(text).isNotEqualTo(good);
        Files.writeString(folder.resolve("jupyter.json"), text);

        assertThatThrownBy(() -> EntryPointCatalogue.read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.entry-points.folder")
                .hasMessageContaining("jupyter.json")
                .hasMessageContaining(key);
    }

    @Test
    void refusesEntryPointsThatWaitForEachOther() throws IOException {
        Files.writeString(
                folder.resolve("jupyter.json"), good.replace("\"needs\"", "\"after\": [\"terminal\"],\n\"needs\""));
        Files.copy(Path.of("src/test/resources/entry-points/terminal.json"), folder.resolve("terminal.json"));

        assertThatThrownBy(() -> EntryPointCatalogue.read(folder))
                .hasMessageContaining("jupyter.json: line 13: after: a circle");
    }

    @Test
    void acceptsAServiceInANetworkNamespaceThatChecksNoSecret() throws IOException {
        String open = Files.readString(Path.of("src/test/resources/entry-points/terminal.json"))
                .replace("\"unix\"", "\"namespace\"")
                .replace("[\"jupyter\"]", "[]");
        Files.writeString(folder.resolve("terminal.json"), open);

        assertThat(EntryPointCatalogue.read(folder).get(0).listen()).isEqualTo(EntryPointDeclaration.Listen.NAMESPACE);
    }

    @Test
    void refusesAServiceOnLoopbackThatChecksNoSecret() throws IOException {
        String open = Files.readString(Path.of("src/test/resources/entry-points/terminal.json"))
                .replace("\"unix\"", "\"loopback\"");
        Files.writeString(folder.resolve("terminal.json"), open);

        assertThatThrownBy(() -> EntryPointCatalogue.read(folder)).hasMessageContaining("loopback");
    }
}
