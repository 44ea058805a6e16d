package org.carme.rest.users;

import java.util.List;
import java.util.Locale;
import org.carme.users.Person;

/** Who the caller is. */
public record MeDto(String user, String displayName, List<String> groups, List<String> roles, List<String> quotas) {
    static MeDto of(Person person) {
        return new MeDto(
                person.name(),
                person.displayName(),
                person.groups().stream().sorted().toList(),
                person.roles().stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                List.of());
    }
}
