package org.carme.rest.schedules;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carme.schedules.CatchUp;
import org.carme.schedules.Schedule;
import org.carme.schedules.WantedSchedule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a batch job runs. */
@Schema(name = "BatchSchedule")
public record ScheduleDto(
        @NotNull @Schema(description = "Cron expression of five fields")
        String cron,

        @NotNull
        @Schema(description = "Time zone such as Europe/Berlin, in which the expression and the blackouts are read")
        String zone,

        @Schema(description = "So many minutes later, at most, it may begin: 0 to 60; 0 if left out")
        Integer jitterMinutes,

        @Schema(description = "true if left out") Boolean enabled,

        @Schema(
                enumeration = {"skip", "once"},
                description = "What becomes of runs that were due while no portal was up; once if left out")
        String catchUp,

        @Schema(description = "Parts of the day in which it does not begin, such as 08:00-18:00, 22:00-02:00")
        String blackouts,

        @Schema(description = "What the job is told") Map<String, String> parameters) {

    static ScheduleDto of(Schedule schedule) {
        WantedSchedule kept = WantedSchedule.of(schedule);
        return new ScheduleDto(
                kept.cron(),
                kept.zone(),
                (int) kept.jitterMinutes(),
                kept.enabled(),
                kept.catchUp(),
                kept.blackouts(),
                kept.parameters());
    }

    WantedSchedule wanted() {
        Map<String, String> told = new TreeMap<>();
        Optional.ofNullable(parameters)
                .orElse(Map.of())
                .forEach((name, value) ->
                        told.put(name, Optional.ofNullable(value).orElse("")));
        return new WantedSchedule(
                cron,
                zone,
                Optional.ofNullable(jitterMinutes).orElse(0),
                Optional.ofNullable(enabled).orElse(true),
                Optional.ofNullable(catchUp).orElseGet(CatchUp.ONCE::word),
                Optional.ofNullable(blackouts).orElse(""),
                told);
    }
}
