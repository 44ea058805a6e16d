package org.carme.rest.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.carme.canary.CanaryResult;
import org.carme.canary.Stage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a self-test went. */
@Schema(name = "SelfTest")
public record SelfTestDto(
        long id,
        Instant startedAt,

        @Schema(description = "Absent while it runs") Instant endedAt,

        @Schema(description = "Absent if no stage has failed")
        String failedStage,

        @Schema(description = "What was last seen of the stage that failed")
        String trouble,

        @Schema(description = "Those that came to their end, in their order")
        List<StageDto> stages) {

    /** What a job goes through. */
    @Schema(name = "SelfTestStage")
    public record StageDto(
            @Schema(enumeration = {"start", "slurm", "agent", "entry-point", "kernel", "stop"})
            String name,

            long millis) {}

    static SelfTestDto of(CanaryResult result) {
        return new SelfTestDto(
                result.id(),
                result.startedAt(),
                result.endedAt().orElse(null),
                result.failed().map(Stage::code).orElse(null),
                result.trouble().isEmpty() ? null : result.trouble(),
                Stream.of(Stage.values())
                        .filter(result.times()::containsKey)
                        .map(stage -> new StageDto(stage.code(), millis(result, stage)))
                        .toList());
    }

    private static long millis(CanaryResult result, Stage stage) {
        return result.times().getOrDefault(stage, Duration.ZERO).toMillis();
    }
}
