package org.carme.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.users.Person;
import org.carme.users.SessionSummary;
import org.carme.users.TokenSummary;

/**
 * Somebody as administrators see him.
 *
 * @param person as the directory has him, empty if it has not
 * @param knownToSlurm whether jobs can run as him, empty while nobody can say and where he has no Unix account
 * @param missingSince when it was first noticed that the directory does not know him
 * @param sessions those that have not ended
 * @param kept how much is kept about him
 */
public record Account(
        PersonSummary summary,
        Optional<Person> person,
        Optional<Boolean> knownToSlurm,
        Optional<Instant> missingSince,
        List<SessionSummary> sessions,
        List<TokenSummary> tokens,
        List<Kept> kept) {
    public Account {
        sessions = List.copyOf(sessions);
        tokens = List.copyOf(tokens);
        kept = List.copyOf(kept);
    }
}
