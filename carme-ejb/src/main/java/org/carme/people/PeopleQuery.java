package org.carme.people;

import java.util.Locale;
import java.util.Optional;
import org.carme.users.Role;

/**
 * Whom an administrator looks for; what is empty does not matter.
 *
 * @param text part of the user name or of the full name
 * @param group of which he is a member
 */
public record PeopleQuery(
        Optional<String> text,
        Optional<String> group,
        Optional<Role> role,
        Optional<PersonState> state,
        PeopleOrder order) {
    /** Everybody, by name. */
    public static final PeopleQuery ALL =
            new PeopleQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PeopleOrder.NAME);

    boolean matches(PersonSummary person) {
        return text.map(part -> contains(person.name(), part) || contains(person.displayName(), part))
                        .orElse(true)
                && group.map(wanted -> person.groups().stream().anyMatch(wanted::equalsIgnoreCase))
                        .orElse(true)
                && role.map(person.roles()::contains).orElse(true)
                && state.map(wanted -> wanted == person.state()).orElse(true);
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
