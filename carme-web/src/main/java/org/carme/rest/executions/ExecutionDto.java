package org.carme.rest.executions;

import java.time.Instant;
import org.carme.executions.ExecutionSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An execution of a batch job. */
@Schema(name = "BatchExecution")
public record ExecutionDto(
        long id,
        String job,

        @Schema(enumeration = {"running", "stopping", "completed", "stopped", "failed", "abandoned"})
        String status,

        @Schema(
                enumeration = {"portal", "administrator", "recovery"},
                description = "recovery: it goes on with what a portal that died has left")
        String cause,

        @Schema(description = "The administrator who began it; absent if none did")
        String startedBy,

        @Schema(description = "The machine of its portal; absent if that is not known")
        String host,

        Instant startedAt,

        @Schema(description = "Absent while it runs") Instant endedAt) {

    static ExecutionDto of(ExecutionSummary execution) {
        return new ExecutionDto(
                execution.id(),
                execution.job(),
                execution.status().word(),
                execution.origin().cause().word(),
                given(execution.origin().user()),
                given(execution.host()),
                execution.startedAt(),
                execution.endedAt().orElse(null));
    }

    static String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
