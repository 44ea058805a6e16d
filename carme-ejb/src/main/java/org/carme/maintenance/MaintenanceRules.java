package org.carme.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carme.common.InvalidRequestException;
import org.carme.users.UserName;

/** What a plan may say. */
final class MaintenanceRules {
    private static final int MESSAGE = 500;
    private static final int NAMES = 100;
    private static final Duration AHEAD = Duration.ofDays(366);

    private MaintenanceRules() {}

    /**
     * @return the same with the message in one line and the names as the directory spells them
     * @throws InvalidRequestException naming the first field that is not as it must be
     */
    static MaintenancePlan check(MaintenancePlan wanted, Instant now) {
        String message = wanted.message().strip().replaceAll("\\s+", " ");
        boolean printable = message.codePoints().noneMatch(Character::isISOControl);
        if (message.isEmpty() || message.length() > MESSAGE || !printable) {
            throw InvalidRequestException.about("message", "invalid-request.maintenance-message", MESSAGE);
        }
        if (wanted.begin().isAfter(now.plus(AHEAD))) {
            throw InvalidRequestException.about("begin", "invalid-request.maintenance-begin");
        }
        wanted.end().ifPresent(end -> {
            Instant earliest = wanted.begin().isAfter(now) ? wanted.begin() : now;
            if (!end.isAfter(earliest) || end.isAfter(earliest.plus(AHEAD))) {
                throw InvalidRequestException.about("end", "invalid-request.maintenance-end");
            }
        });
        return new MaintenancePlan(message, wanted.begin(), wanted.end(), names(wanted.allowed()));
    }

    private static SortedSet<String> names(Collection<String> typed) {
        if (typed.size() > NAMES) {
            throw InvalidRequestException.about("allowedUsers", "invalid-request.maintenance-users", NAMES);
        }
        SortedSet<String> names = new TreeSet<>();
        for (String name : typed) {
            names.add(UserName.of(name)
                    .map(UserName::text)
                    .orElseThrow(() ->
                            InvalidRequestException.about("allowedUsers", "invalid-request.maintenance-user", name)));
        }
        return names;
    }
}
