package org.carme.rest.builds;

import java.util.List;
import java.util.Locale;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildFailure;
import org.carme.builds.StepProgress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A build; its output is the log of its job. */
@Schema(name = "BuildDetails")
public record BuildDetailsDto(
        BuildDto build,

        @Schema(enumeration = {"form", "dockerfile", "apptainer"})
        String format,

        @Schema(description = "As it was typed") String recipe,
        List<StepDto> steps,

        @Schema(enumeration = {"step", "entry-points", "conflict", "job-ended"})
        String failure,

        @Schema(description = "Why, in the words of whoever noticed it")
        String detail,

        @Schema(description = "The last ones of the step that has failed")
        List<String> lines,

        @Schema(description = "Over all files of the result, as its job says")
        String digest,

        @Schema(description = "Size of all files of the result, as its job says")
        Long bytes,

        @Schema(description = "Where its output is; for its owner alone")
        String log) {

    /** How far a step has come. */
    @Schema(name = "BuildStepProgress")
    public record StepDto(
            String kind,

            @Schema(description = "In English") String title,

            @Schema(enumeration = {"waiting", "running", "done", "failed"})
            String state,

            long seconds) {
        static StepDto of(StepProgress step) {
            return new StepDto(step.kind(), step.title(), step.state().word(), step.seconds());
        }
    }

    static BuildDetailsDto of(BuildDetails build) {
        return new BuildDetailsDto(
                BuildDto.of(build.summary()),
                build.format()
                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                build.recipe().isEmpty() ? null : build.recipe(),
                build.steps().stream().map(StepDto::of).toList(),
                build.failure().map(BuildFailure::word).orElse(null),
                build.detail().isEmpty() ? null : build.detail(),
                build.lines(),
                build.digest().orElse(null),
                build.bytes().orElse(null),
                "/api/v1/jobs/" + build.summary().id() + "/log");
    }
}
