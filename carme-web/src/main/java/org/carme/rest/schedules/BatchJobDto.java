package org.carme.rest.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carme.schedules.JobPlan;
import org.carme.schedules.Run;
import org.carme.schedules.Schedule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A batch job and its schedule. */
@Schema(name = "BatchJob")
public record BatchJobDto(
        String name,

        @Schema(description = "Absent if it runs only when there is something to do")
        ScheduleDto schedule,

        @Schema(description = "Whether an administrator has changed the schedule")
        boolean changed,

        @Schema(description = "To be sent with a change") long version,

        @Schema(description = "The next times, at most five")
        List<Instant> next,

        @Schema(description = "Median of those of its last runs that were completed; absent if there are none")
        Long usualMilliseconds,

        @Schema(description = "The last ones, newest first; executions?job= has all that are kept")
        List<RunDto> runs) {

    private static final int NEXT = 5;

    /** An execution of it. */
    @Schema(name = "BatchRunSummary")
    public record RunDto(
            long id,

            @Schema(enumeration = {"running", "completed", "stopped", "failed"})
            String outcome,

            Instant startedAt,

            @Schema(description = "Absent while it runs") Instant endedAt) {

        static RunDto of(Run run) {
            return new RunDto(
                    run.id(),
                    run.outcome().word(),
                    run.startedAt(),
                    run.endedAt().orElse(null));
        }
    }

    static BatchJobDto of(JobPlan plan, Instant now) {
        return new BatchJobDto(
                plan.name(),
                plan.schedule().map(ScheduleDto::of).orElse(null),
                plan.changed(),
                plan.version(),
                plan.schedule()
                        .map((Schedule known) -> known.upcoming(now, NEXT))
                        .orElse(List.of()),
                plan.history().usual().map(Duration::toMillis).orElse(null),
                plan.history().runs().stream().map(RunDto::of).toList());
    }
}
