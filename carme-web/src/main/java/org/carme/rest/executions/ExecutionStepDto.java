package org.carme.rest.executions;

import java.time.Instant;
import org.carme.executions.StepDetails;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of an execution. */
@Schema(name = "BatchStep")
public record ExecutionStepDto(
        String name,

        @Schema(enumeration = {"running", "stopping", "completed", "stopped", "failed", "abandoned"})
        String status,

        @Schema(description = "What became of it, in its own words; absent while it runs")
        String exit,

        long read,
        long written,
        long skipped,

        @Schema(description = "How much of total is done; absent with it")
        Long done,

        @Schema(description = "Absent if nobody knows") Long total,

        @Schema(description = "Absent before it has begun") Instant startedAt,

        @Schema(description = "Absent while it runs") Instant endedAt) {

    static ExecutionStepDto of(StepDetails step) {
        boolean known = step.progress().total() > 0;
        return new ExecutionStepDto(
                step.name(),
                step.status().word(),
                ExecutionDto.given(step.exit()),
                step.counts().read(),
                step.counts().written(),
                step.counts().skipped(),
                known ? step.progress().done() : null,
                known ? step.progress().total() : null,
                step.startedAt().orElse(null),
                step.endedAt().orElse(null));
    }
}
