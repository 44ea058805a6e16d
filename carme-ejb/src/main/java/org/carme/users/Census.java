package org.carme.users;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everybody in the directory, and all groups, at one time.
 *
 * @param people by name, closed accounts included
 * @param closed names of the accounts that are locked or have expired
 * @param groups names of all groups
 * @param complete whether the directory has given all that it has
 */
public record Census(
        SortedMap<String, Person> people, Set<String> closed, Set<String> groups, boolean complete, Instant at) {
    public Census {
        people = Collections.unmodifiableSortedMap(people);
        closed = Set.copyOf(closed);
        groups = Set.copyOf(groups);
    }

    /** @return empty if the directory does not know the name or has closed the account */
    public Optional<Person> usable(String name) {
        return UserName.of(name)
                .map(UserName::text)
                .filter(user -> !closed.contains(user))
                .flatMap(user -> Optional.ofNullable(people.get(user)));
    }
}
