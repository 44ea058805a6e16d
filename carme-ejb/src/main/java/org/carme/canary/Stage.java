package org.carme.canary;

import java.time.Duration;
import java.util.Locale;

/** What a user's job goes through, in this order. */
public enum Stage {
    /** Accepted, and handed to Slurm. */
    START(60),
    /** Slurm lets it run. */
    SLURM(300),
    /** Its agent has reported. */
    AGENT(60),
    /** A service is ready, and answers through the gateway. */
    ENTRY_POINT(120),
    /** A notebook's kernel has added up two numbers; only where there is a notebook. */
    KERNEL(60),
    /** It was stopped, and has ended. */
    STOP(60);

    private final int seconds;

    Stage(int seconds) {
        this.seconds = seconds;
    }

    /** @return the word in answers, such as {@code entry-point} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return after which it has failed */
    Duration patience() {
        return Duration.ofSeconds(seconds);
    }
}
