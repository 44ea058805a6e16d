package org.carme.people;

import java.util.Set;
import org.carme.users.Census;
import org.carme.users.Person;
import org.carme.users.Role;

/** Somebody in a list. */
public record PersonSummary(String name, String displayName, Set<String> groups, Set<Role> roles, PersonState state) {
    static PersonSummary of(Person person, Census census) {
        return new PersonSummary(
                person.name(),
                person.displayName(),
                person.groups(),
                person.roles(),
                census.closed().contains(person.name()) ? PersonState.CLOSED : PersonState.PRESENT);
    }

    static PersonSummary left(String name) {
        return new PersonSummary(name, name, Set.of(), Set.of(), PersonState.LEFT);
    }
}
