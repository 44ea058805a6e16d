package org.carme.users;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody as the directory knows him.
 *
 * @param uid empty for an account that has no Unix side: jobs cannot run as it
 * @param groups names of all groups, nested ones included
 */
public record Person(
        String name,
        String displayName,
        Optional<Long> uid,
        Optional<String> home,
        Optional<String> shell,
        Set<String> groups,
        Set<Role> roles) {

    public Person {
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }
}
