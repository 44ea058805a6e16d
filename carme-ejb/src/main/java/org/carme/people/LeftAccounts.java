package org.carme.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.carme.database.Retry;
import org.carme.jobs.LeftJobs;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends what still acts for those whose account is gone: jobs and API tokens. */
@ApplicationScoped
public class LeftAccounts {
    /** Who did what no person did. */
    private static final String NOBODY = "carme";

    private static final String REASON = "The account is gone";
    private static final int MOST_HOURS = 8760;

    @Inject
    DirectoryService directory;

    @Inject
    LeftStore store;

    @Inject
    LeftJobs jobs;

    @Inject
    PeopleStore people;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "carme.people.stop-hours", defaultValue = "20")
    int hours;

    @PostConstruct
    void validate() {
        if (hours < 0 || hours > MOST_HOURS) {
            throw new IllegalStateException("carme.people.stop-hours must be 0 to " + MOST_HOURS);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    /** @return who has been missing for {@code carme.people.stop-hours}, longest first; nobody if that is 0 */
    public List<String> gone() {
        return hours == 0
                ? List.of()
                : store.missingSince(clock.instant().minus(Duration.ofHours(hours)), Integer.MAX_VALUE);
    }

    /**
     * Revokes the tokens and stops the jobs of one of them. What is done already is left as it is, and so is whoever has
     * come back since he was missed, as when this is tried again in the morning.
     *
     * @param seen for those the directory is not asked again
     * @return how many tokens and jobs that were
     * @throws DirectoryUnavailableException if the directory cannot say whether he is back
     */
    public int end(String user, SeenMissing seen) {
        if (!seen.stillHolds(user, clock.instant()) && directory.exists(user)) {
            return 0;
        }
        int tokens = Retry.onConflict(() -> people.revokeTokens(NOBODY, user));
        return tokens + jobs.stopAll(NOBODY, user, REASON);
    }
}
