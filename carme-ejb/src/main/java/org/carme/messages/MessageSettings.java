package org.carme.messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long messages are kept. */
@Named
@ApplicationScoped
public class MessageSettings {
    private static final int MOST_DAYS = 36_500;

    @Inject
    @ConfigProperty(name = "carme.messages.kept-days", defaultValue = "90")
    int keptDays;

    @PostConstruct
    void validate() {
        if (keptDays < 1 || keptDays > MOST_DAYS) {
            throw new IllegalStateException("carme.messages.kept-days must be 1 to " + MOST_DAYS);
        }
    }

    public int getKeptDays() {
        return keptDays;
    }

    Duration kept() {
        return Duration.ofDays(keptDays);
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }
}
