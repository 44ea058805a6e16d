package org.carme.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long ended jobs are kept. */
@Named
@ApplicationScoped
public class JobRetention {
    /**
     * A run that statements still read again from the accounting would be charged to nobody without its job, and be
     * taken for one sent past Carme. Quotas, which sum the jobs of two quarters, need less.
     */
    public static final int LEAST_DAYS = 404;

    private static final int MOST_DAYS = 36_500;

    @Inject
    JobRemovalRepository jobs;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "carme.history.days", defaultValue = "1825")
    int days;

    @PostConstruct
    void validate() {
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw new IllegalStateException("carme.history.days must be " + LEAST_DAYS + " to " + MOST_DAYS);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    public int getDays() {
        return days;
    }

    /**
     * Removes jobs that ended more than {@code carme.history.days} ago, with all that hangs on them, in a transaction of
     * its own. Those of which something else is still kept or not settled wait.
     *
     * @return how many were removed; none if nothing is left
     */
    public int purge(int most) {
        return jobs.removeEndedBefore(clock.instant().minus(Duration.ofDays(days)), most);
    }
}
