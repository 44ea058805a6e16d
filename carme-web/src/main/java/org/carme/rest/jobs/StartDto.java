package org.carme.rest.jobs;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carme.jobs.StartRequest;
import org.carme.staging.StagedData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to start; name and time limit may be left out. */
public record StartDto(
        @NotNull String template,

        @Schema(
                description = "A project of start-options; if left out, the group that has the template, else the only"
                        + " project that gives it")
        String project,

        @Schema(description = "A type of start-options; cpu, or left out: none")
        String acceleratorType,

        @NotNull @Schema(minimum = "0", description = "0 without accelerators, else 1 to maxPerNode")
        Integer acceleratorsPerNode,

        @NotNull @Schema(minimum = "1", description = "At most the template's maxNodes")
        Integer nodes,

        @NotNull @Schema(description = "Its name, or name:version; without a version the present one")
        String image,

        @Schema(maxLength = 100) String name,

        @Schema(minimum = "1", description = "At most maxTimeLimitMinutes; its default if left out")
        Integer timeLimitMinutes,

        @Size(max = 20)
        @Schema(
                description =
                        "Copied to each node's own disk before services start: folders, files or archives as ~/path or"
                                + " /path, and dataset:name")
        List<@NotNull String> stageIn,

        @Schema(description = "Where what lies in results on that disk goes when the job ends, as ~/path or /path")
        String stageOut) {

    StartRequest request(Optional<String> idempotencyKey) {
        return new StartRequest(
                template,
                Optional.ofNullable(project),
                Optional.ofNullable(acceleratorType),
                acceleratorsPerNode,
                nodes,
                image,
                Optional.ofNullable(name),
                Optional.ofNullable(timeLimitMinutes).map(Duration::ofMinutes),
                new StagedData(stageIn == null ? List.of() : stageIn, Optional.ofNullable(stageOut)),
                idempotencyKey);
    }
}
