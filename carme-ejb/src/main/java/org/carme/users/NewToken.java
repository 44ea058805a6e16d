package org.carme.users;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.carme.common.InvalidRequestException;

/**
 * A token that somebody wants.
 *
 * @param name 1 to 100 printable characters
 * @param lifetime 1 to 366 days
 * @param scopes at least one of {@link #SCOPES}
 */
public record NewToken(String name, Duration lifetime, Set<String> scopes) {
    /** Look at everything of one's own. */
    public static final String READ = "jobs:read";

    /** Start, stop and open jobs, and change one's own things. */
    public static final String WRITE = "jobs:write";

    /** With one of the others, on what administrators alone may see or change; gives nobody a role. */
    public static final String ADMIN = "admin";

    /** What a user needs for all of his own. */
    public static final Set<String> OWN = Set.of(READ, WRITE);

    /** All there are. */
    public static final Set<String> SCOPES = Set.of(READ, WRITE, ADMIN);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 366;

    public NewToken {
        name = name == null ? "" : name.strip();
        scopes = Set.copyOf(scopes);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw InvalidRequestException.about("name", "invalid-request.token-name", LONGEST_NAME);
        }
        if (lifetime.toDays() < 1 || lifetime.toDays() > LONGEST_DAYS) {
            throw InvalidRequestException.naming("expiresInDays", "invalid-request.range", 1, LONGEST_DAYS);
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw InvalidRequestException.about(
                    "scopes", "invalid-request.scopes", String.join(", ", new TreeSet<>(SCOPES)));
        }
    }
}
