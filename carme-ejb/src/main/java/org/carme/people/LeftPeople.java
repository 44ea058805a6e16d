package org.carme.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carme.database.Retry;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;
import org.carme.users.PersonalDataInUseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks after what is kept about people who have left the institution. */
@ApplicationScoped
public class LeftPeople {
    /** Who did what no person did. */
    private static final String NOBODY = "carme";

    private static final int MOST_DAYS = 36_500;

    /** A fifth of all; of a few people that is soon reached. */
    private static final int PART = 5;

    private static final int ALWAYS_RIGHT = 5;

    @Inject
    DirectoryService directory;

    @Inject
    KeptData kept;

    @Inject
    LeftStore store;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "carme.people.left-days", defaultValue = "90")
    int days;

    @PostConstruct
    void validate() {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalStateException("carme.people.left-days must be 0 to " + MOST_DAYS);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    /**
     * Writes down who of those about whom something is kept is missing in the directory.
     *
     * @param anyNumber whether it is right if a fifth of all people are missing at once
     * @return them
     * @throws DirectoryUnavailableException if it cannot say, or says that there is nobody at all
     * @throws TooManyMissingException if so many are: rather the directory is incomplete
     */
    public SeenMissing look(boolean anyNumber) {
        Instant begin = clock.instant();
        Set<String> present = directory.census().people().keySet();
        if (present.isEmpty()) {
            throw new DirectoryUnavailableException();
        }
        Set<String> known = kept.people();
        Set<String> absent = new HashSet<>(known);
        absent.removeAll(present);
        absent.removeIf(directory::exists);
        long news = Retry.onConflict(() -> store.countNew(absent));
        if (!anyNumber && news > ALWAYS_RIGHT && news > known.size() / PART) {
            throw new TooManyMissingException(news, known.size());
        }
        Retry.onConflict(() -> store.note(absent));
        return new SeenMissing(absent, begin);
    }

    /** @return who has been missing for {@code carme.people.left-days}, longest first, at most so many; nobody if that is 0 */
    public List<String> toForget(int most) {
        return days == 0 ? List.of() : store.missingSince(clock.instant().minus(Duration.ofDays(days)), most);
    }

    /**
     * @param seen for those the directory is not asked again
     * @return whether he was anonymised: not while jobs of his have not ended, that is for another night, nor once he has
     *     come back since he was missed
     * @throws DirectoryUnavailableException if the directory cannot say whether he is back
     */
    public boolean anonymise(String user, SeenMissing seen) {
        try {
            boolean isGone = seen.stillHolds(user, clock.instant()) || !directory.exists(user);
            return isGone && Retry.onConflict(() -> store.anonymise(NOBODY, user));
        } catch (PersonalDataInUseException tomorrow) {
            return false;
        }
    }
}
