package org.carme.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipesTest {
    @Test
    void readsADockerfile() {
        Recipe recipe = Recipes.read(RecipeFormat.DOCKERFILE, """
                # a comment
                FROM debian:12
                LABEL any="thing"
                ENV A=1 B="two words" C=$A/x
                RUN apt-get update && \\
                    # said between
                    apt-get install -y hello
                WORKDIR /opt/tool
                RUN <<EOF
                make
                make install
                EOF
                COPY --chmod=755 <<'END' bin/run
                #!/bin/sh
                END
                copy <<EOF /etc/tool.conf
                key=value
                EOF
                """);

        assertThat(recipe.base()).isEqualTo("debian:12");
        assertThat(recipe.steps())
                .containsExactly(
                        new BuildStep.Environment("A", "1"),
                        new BuildStep.Environment("B", "two words"),
                        new BuildStep.Environment("C", "$A/x"),
                        new BuildStep.Run("apt-get update &&     apt-get install -y hello"),
                        new BuildStep.Run("cd /opt/tool\nmake\nmake install\n"),
                        new BuildStep.PutFile("/opt/tool/bin/run", "#!/bin/sh\n", true),
                        new BuildStep.PutFile("/etc/tool.conf", "key=value\n", false));
    }

    @Test
    void readsADefinitionFile() {
        Recipe recipe = Recipes.read(RecipeFormat.APPTAINER, """
                Bootstrap: localimage
                From: debian

                %labels
                    Version 1
                %environment
                    export LC_ALL=C
                    PATH="/opt/tool/bin:$PATH"
                %post
                    # a comment of the script
                    make install
                """);

        assertThat(recipe)
                .isEqualTo(new Recipe(
                        "debian",
                        List.of(
                                new BuildStep.Run("    # a comment of the script\n    make install\n"),
                                new BuildStep.Environment("LC_ALL", "C"),
                                new BuildStep.Environment("PATH", "/opt/tool/bin:$PATH"))));
    }

    @Test
    void readsTheRecipesThatComeWithCarme() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../server-config/images/recipes"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                RecipeFormat format =
                        file.toString().endsWith(".def") ? RecipeFormat.APPTAINER : RecipeFormat.DOCKERFILE;
                assertThat(Recipes.read(format, Files.readString(file)).base()).isEqualTo("debian");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a;ADD x /y|recipe-instruction|2",
                "FROM a;USER root|recipe-instruction|2",
                "FROM a;;FROM b|recipe-stages|3",
                "FROM a AS b|recipe-from|1",
                "FROM a;RUN [\"ls\"]|recipe-run|2",
                "FROM a;RUN --mount=type=bind,source=/,target=/host ls|recipe-run|2",
                "FROM a;RUN|recipe-run|2",
                "FROM a;COPY /etc/shadow /x|recipe-copy|2",
                "FROM a;COPY <<EOF /a/../../x;EOF|recipe-path|2",
                "FROM a;COPY <<EOF /tmp/x;EOF|recipe-path|2",
                "FROM a;RUN <<EOF;ls|recipe-open|2",
                "FROM a;ENV A B|recipe-env|2",
                "FROM a;ENV|recipe-env|2",
                "FROM a;ENV HOME=/root|recipe-variable|2",
                "FROM a;ENV A=$(id)|recipe-variable|2",
                "FROM a;!x|recipe-line|2",
                "FROM a;WORKDIR ../x|recipe-path|2",
            })
    void namesTheLineOfADockerfileThatIsWrong(String text, String key, int line) {
        assertThatThrownBy(() -> Recipes.read(RecipeFormat.DOCKERFILE, text.replace(';', '\n')))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("invalid-request." + key);
                    assertThat(refused.arguments().get(0)).isEqualTo(line);
                    assertThat(refused.field()).contains("recipe");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bootstrap: docker;From: debian|recipe-bootstrap|1",
                "From: a;%files;/etc/shadow /x|recipe-section|2",
                "From: a;%setup|recipe-section|2",
                "From: a;Include: x|recipe-section|2",
                "From: a;%environment;export A=`id`|recipe-env|3",
                "From: a;%environment;A=1; B=2|recipe-env|3",
                "From: a;%environment;export SLURM_JOB_ID=1|recipe-variable|3",
                "nothing|recipe-line|1",
            })
    void namesTheLineOfADefinitionThatIsWrong(String text, String key, int line) {
        assertThatThrownBy(() -> Recipes.read(
                        RecipeFormat.APPTAINER, text.replace(";", "\n").replace("\n ", "; ")))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("invalid-request." + key);
                    assertThat(refused.arguments().get(0)).isEqualTo(line);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "RUN ls", "# FROM a"})
    void wantsABase(String text) {
        assertThatThrownBy(() -> Recipes.read(RecipeFormat.DOCKERFILE, text))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.recipe-base"));
    }

    @Test
    void refusesLongRecipesUnread() {
        String text = "FROM a\n" + "RUN ls\n".repeat(1_500_000);

        assertThatThrownBy(() -> Recipes.read(RecipeFormat.DOCKERFILE, text))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.recipe-length"));
    }

    @Test
    void readsLongLinesAtOnce() {
        String value = "x".repeat(4000);
        String lines = "RUN true" + " \\\n".repeat(20_000) + "\n";

        assertThat(Recipes.read(RecipeFormat.DOCKERFILE, "FROM a\nENV A=\"" + value + "\"\n")
                        .steps())
                .containsExactly(new BuildStep.Environment("A", value));
        assertThat(Recipes.read(RecipeFormat.DOCKERFILE, "FROM a\n" + lines).steps())
                .hasSize(1);
        assertThatThrownBy(() -> Recipes.read(RecipeFormat.DOCKERFILE, "FROM a\nRUN <<" + "a".repeat(60_000)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesTooManySteps() {
        assertThatThrownBy(() -> Recipes.read(RecipeFormat.DOCKERFILE, "FROM a\n" + "RUN ls\n".repeat(101)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.build-steps"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-oDir::Etc=/x",
                "hello;id",
                "hello world",
                "../x",
                "./x.deb",
                "hello=$(id)",
                "",
                "Hello",
                "hello-",
                "hello=1-"
            })
    void takesNoOptionsForPackagesOfTheDistribution(String name) {
        assertThatThrownBy(() -> new BuildStep.Apt(List.of(name))).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--index-url=http://x",
                "x @ http://y",
                "git+https://x",
                "./x",
                "-r x",
                "x; python_version>'3'",
                "x "
            })
    void takesNoOptionsOrAddressesForPackagesOfPython(String name) {
        assertThatThrownBy(() -> new BuildStep.Pip(List.of(name))).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"six", "numpy==1.26.4", "dask[array,complete]>=2024.1,<2025", "ruamel.yaml~=0.18", "a"})
    void takesVersionsOfPackagesOfPython(String name) {
        assertThat(new BuildStep.Pip(List.of(name)).packages()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "libstdc++6", "hello=2.10-3+b1", "libc6:amd64=2.36-9+deb12u4", "g++"})
    void takesVersionsOfPackagesOfTheDistribution(String name) {
        assertThat(new BuildStep.Apt(List.of(name)).packages()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c x", "--file=x", "http://x", "numpy && id", "::numpy", "-c::numpy"})
    void takesNoOptionsForPackagesOfConda(String name) {
        assertThatThrownBy(() -> new BuildStep.Conda(List.of(name))).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "/",
                "/a/../b",
                "/home/alice/x",
                "/proc/1/mem",
                "/dev/null",
                "/a b",
                "/a\nb",
                "/tmp",
                "/.carme/x"
            })
    void putsNoFilesWhereTheyAreNoneOfTheImage(String path) {
        assertThatThrownBy(() -> new BuildStep.PutFile(path, "", false)).isInstanceOf(InvalidRequestException.class);
    }
}
