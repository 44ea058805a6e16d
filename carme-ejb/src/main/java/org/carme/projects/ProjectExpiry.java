package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carme.database.Retry;

/** Warnings that a project's time is nearly over. */
@ApplicationScoped
public class ProjectExpiry {
    /** How many days before, the most first. */
    static final List<Integer> DAYS = List.of(30, 14, 7);

    @Inject
    ProjectRepository projects;

    @Inject
    ProjectStore store;

    @Inject
    Clock clock;

    /**
     * A part of the projects of which a warning may be due, soonest end first.
     *
     * @param offset how many were looked at before
     * @return slugs; none if nothing is left
     */
    public List<String> nearlyOver(int offset, int limit) {
        Instant now = clock.instant();
        return projects.expiring(now, now.plus(Duration.ofDays(DAYS.get(0))), offset, limit);
    }

    /**
     * Warns owner and managers in a transaction of its own, unless they know: the row keeps what was told.
     *
     * @return whether a warning was due
     */
    public boolean warn(String slug) {
        return Retry.onConflict(() -> store.warn(slug));
    }
}
