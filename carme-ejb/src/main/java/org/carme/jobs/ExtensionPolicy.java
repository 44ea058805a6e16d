package org.carme.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether users may give their running jobs more time, and how much. */
@ApplicationScoped
class ExtensionPolicy {
    /** The certificates of a job's agents outlive its first limit by a week. */
    private static final int WEEK = 168;

    @Inject
    @ConfigProperty(name = "carme.jobs.extend.times", defaultValue = "0")
    int times;

    @Inject
    @ConfigProperty(name = "carme.jobs.extend.hours", defaultValue = "2")
    int hours;

    @PostConstruct
    void validate() {
        require("carme.jobs.extend.times", times, 0, WEEK);
        require("carme.jobs.extend.hours", hours, 1, WEEK);
        require("carme.jobs.extend.times times carme.jobs.extend.hours", times * hours, 0, WEEK);
    }

    private static void require(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalStateException(key + " must be " + least + " to " + most);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    int times() {
        return times;
    }

    /** @return by how much one job can be extended at once, to a whole limit that is no longer than that */
    Duration most(Duration present, Duration whole) {
        Duration left = whole.minus(present);
        Duration step = Duration.ofHours(hours);
        return left.compareTo(step) < 0 ? left : step;
    }
}
