package org.carme.schedules;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of a job and its schedule.
 *
 * @param schedule empty if it is started only when there is something to do
 * @param changed whether an administrator has changed its schedule
 * @param version to be handed back with a change, so that nobody overwrites what he has not seen
 * @param next empty if nothing is planned
 * @param parameters the names of those it understands
 */
public record JobPlan(
        String name,
        Optional<Schedule> schedule,
        boolean changed,
        long version,
        Optional<Instant> next,
        RunHistory history,
        SortedSet<String> parameters) {

    public JobPlan {
        parameters = new TreeSet<>(parameters);
    }
}
