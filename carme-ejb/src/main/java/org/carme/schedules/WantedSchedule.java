package org.carme.schedules;

import java.util.Map;

/**
 * A schedule as an administrator types it.
 *
 * @param catchUp {@link CatchUp#word()}
 * @param blackouts as {@link Blackout#parse} reads them
 */
public record WantedSchedule(
        String cron,
        String zone,
        long jitterMinutes,
        boolean enabled,
        String catchUp,
        String blackouts,
        Map<String, String> parameters) {

    public WantedSchedule {
        parameters = Map.copyOf(parameters);
    }

    /** @return the same as that schedule */
    public static WantedSchedule of(Schedule schedule) {
        return new WantedSchedule(
                schedule.cron().text(),
                schedule.zone().getId(),
                schedule.jitter().toMinutes(),
                schedule.enabled(),
                schedule.catchUp().word(),
                Blackout.text(schedule.blackouts()),
                schedule.parameters());
    }

    /** @return in one line, for the audit log */
    String summary() {
        String told = parameters.isEmpty() ? "" : ", " + parameters;
        return (enabled ? "" : "off, ") + cron + " " + zone + ", +" + jitterMinutes + " min, " + catchUp
                + (blackouts.isEmpty() ? "" : ", not " + blackouts) + told;
    }
}
