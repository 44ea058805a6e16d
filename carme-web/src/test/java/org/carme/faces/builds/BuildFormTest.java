package org.carme.faces.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildKind;
import org.carme.builds.BuildRequest;
import org.carme.builds.BuildState;
import org.carme.builds.BuildStep;
import org.carme.builds.BuildSummary;
import org.carme.builds.Recipe;
import org.carme.builds.RecipeFormat;
import org.carme.common.InvalidRequestException;
import org.carme.jobs.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuildFormTest {
    private final BuildForm form = new BuildForm();

    @Test
    void putsTheStepsInTheOrderInWhichTheyNeedEachOther() {
        form.setImage(" mine ");
        form.setVersion("1");
        form.setBase("debian:12 ");
        form.setCommands("make\r\nmake install");
        form.setPip("six==1.16.0\n numpy ");
        form.setApt("git hello");
        form.setEnvironment("A=1\r\n\r\nB=x=y");
        BuildForm.FileForm file = new BuildForm.FileForm();
        file.setPath("/opt/x");
        file.setText("a\r\nb");
        form.getFiles().add(file);
        form.setMinutes(30);

        BuildRequest request = form.request("key");

        assertThat(request.image()).isEqualTo("mine");
        assertThat(request.timeLimit()).contains(Duration.ofMinutes(30));
        assertThat(request.idempotencyKey()).contains("key");
        assertThat(request.recipe())
                .isEqualTo(new Recipe(
                        "debian:12",
                        List.of(
                                new BuildStep.Environment("A", "1"),
                                new BuildStep.Environment("B", "x=y"),
                                new BuildStep.Apt(List.of("git", "hello")),
                                new BuildStep.Pip(List.of("six==1.16.0", "numpy")),
                                new BuildStep.PutFile("/opt/x", "a\nb", false),
                                new BuildStep.Run("make\nmake install"))));
    }

    @Test
    void beginsWithWhatAnEarlierBuildWasAskedFor() {
        List<BuildStep> steps = List.of(
                new BuildStep.Environment("A", "1"),
                new BuildStep.Environment("B", "x=y"),
                new BuildStep.Apt(List.of("git", "hello")),
                new BuildStep.Conda(List.of("numpy")),
                new BuildStep.Pip(List.of("six==1.16.0")),
                new BuildStep.PutFile("/opt/x", "a\nb", true),
                new BuildStep.Run("make\nmake install"));

        form.fill(earlier(steps));

        BuildRequest request = form.request("key");
        assertThat(request.image()).isEqualTo("mine");
        assertThat(request.version()).as("there is that one now").isEmpty();
        assertThat(request.recipe()).isEqualTo(new Recipe("debian:12", steps));
    }

    private static BuildDetails earlier(List<BuildStep> steps) {
        BuildSummary summary = new BuildSummary(
                7,
                BuildKind.BUILD,
                "alice",
                "debian:12",
                "mine",
                "1",
                "/opt/carme/images/own/mine-1",
                BuildState.DONE,
                JobState.ENDED,
                Optional.empty(),
                false,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH));
        return new BuildDetails(
                summary,
                Optional.of(RecipeFormat.FORM),
                "",
                steps,
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void takesACopyWithNothingAdded() {
        form.setBase("debian");

        assertThat(form.request("key").recipe().steps()).isEmpty();
    }

    @Test
    void readsARecipe() {
        form.setFormat(RecipeFormat.DOCKERFILE);
        form.setApt("of the form before");
        form.setRecipe("FROM debian\r\nRUN ls\r\n");

        BuildRequest request = form.request("key");

        assertThat(request.recipe()).isEqualTo(new Recipe("debian", List.of(new BuildStep.Run("ls"))));
        assertThat(request.text()).isEqualTo("FROM debian\nRUN ls\n");
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong("apt", BuildForm::setApt, "-oX=y"),
                wrong("pip", BuildForm::setPip, "git+https://x"),
                wrong("conda", BuildForm::setConda, "-c"),
                wrong("environment", BuildForm::setEnvironment, "HOME=/root"),
                wrong("environment", BuildForm::setEnvironment, "no assignment"),
                wrong("commands", BuildForm::setCommands, "x".repeat(70_000)));
    }

    private static Arguments wrong(String field, BiConsumer<BuildForm, String> setter, String value) {
        return Arguments.of(field, setter, value);
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void saysWhatIsWrongBesideItsField(String field, BiConsumer<BuildForm, String> setter, String value) {
        setter.accept(form, value);

        assertThatThrownBy(() -> form.request("key"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.field()).contains(field));
    }
}
