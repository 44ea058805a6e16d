package org.carme.rest.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.executions.ExecutionDetails;
import org.carme.executions.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is known of an execution but its log. */
@Schema(name = "BatchExecutionDetails")
public record ExecutionDetailsDto(
        ExecutionDto execution,
        Map<String, String> parameters,

        @Schema(
                description =
                        "After so long it is stopped and counts as failed; absent if it may take as long as it likes")
        Long timeLimitSeconds,

        @Schema(description = "Absent if it is not to stop") Instant stopWantedAt,

        @Schema(description = "Absent if it is not to stop, or the portal wants it")
        String stopWantedBy,

        @Schema(description = "Absent if it has not failed") FailureDto failure,

        List<ExecutionStepDto> steps,
        List<SkippedItemDto> skipped,

        @Schema(description = "The execution that has gone on with the step that did not complete; absent if none has")
        Long continuedBy,

        @Schema(description = "Whether another execution can go on with the step that did not complete")
        boolean restartable) {

    /** Why an execution failed. */
    @Schema(name = "BatchFailure")
    public record FailureDto(
            @Schema(
                    enumeration = {"too-long", "portal-died", "database-was-away"},
                    description = "Absent if it failed by itself")
            String verdict,

            @Schema(description = "Absent if it was no step's fault")
            String step,

            @Schema(description = "What the exception says; absent if only the server's log has it")
            String words) {

        static FailureDto of(ExecutionDetails.Failure failure) {
            return new FailureDto(
                    failure.verdict().map(Verdict::word).orElse(null),
                    ExecutionDto.given(failure.step()),
                    ExecutionDto.given(failure.words()));
        }
    }

    static ExecutionDetailsDto of(ExecutionDetails details) {
        Optional<ExecutionDetails.StopWish> wish = details.stopWish();
        return new ExecutionDetailsDto(
                ExecutionDto.of(details.summary()),
                details.parameters(),
                details.timeLimit().map(Duration::toSeconds).orElse(null),
                wish.map(ExecutionDetails.StopWish::at).orElse(null),
                wish.map(ExecutionDetails.StopWish::user)
                        .map(ExecutionDto::given)
                        .orElse(null),
                details.failure().map(FailureDto::of).orElse(null),
                details.steps().stream().map(ExecutionStepDto::of).toList(),
                details.skipped().stream().map(SkippedItemDto::of).toList(),
                details.next().orElse(null),
                details.restartable());
    }
}
