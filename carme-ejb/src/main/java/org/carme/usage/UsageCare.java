package org.carme.usage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What becomes of samples after their job's end: the longer ago, the fewer are kept. */
@ApplicationScoped
public class UsageCare {
    static final int MINUTE = 60;
    static final int TEN_MINUTES = 600;

    private static final int TEN_SECONDS = 10;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_DAYS = 36_500;

    @Inject
    UsageRecords records;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "carme.usage.days", defaultValue = "90")
    int days;

    @PostConstruct
    void validate() {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalStateException("carme.usage.days must be 1 to " + MOST_DAYS);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    /** @return before when a job must have ended for nothing but shares to be kept of it */
    public Instant keptSince() {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /**
     * Removes samples that are too old or too many, of one job and in a transaction of its own.
     *
     * @return how many rows were changed; none if nothing is left
     */
    public int purge(int most) {
        int changed = records.remove(keptSince(), TEN_MINUTES, most);
        changed += records.thin(clock.instant().minus(DAY), TEN_SECONDS, MINUTE, most);
        return changed + records.thin(clock.instant().minus(WEEK), MINUTE, TEN_MINUTES, most);
    }
}
