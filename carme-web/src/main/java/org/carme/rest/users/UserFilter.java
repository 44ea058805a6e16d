package org.carme.rest.users;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.people.PeopleOrder;
import org.carme.people.PeopleQuery;
import org.carme.people.PersonState;
import org.carme.users.Role;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whom to look for. */
public class UserFilter {
    @QueryParam("text")
    @Parameter(description = "Part of the user name or of the full name")
    String text;

    @QueryParam("group")
    @Parameter(description = "A group of which they are members, nested ones counted")
    String group;

    @QueryParam("role")
    @Parameter(description = "user, image-manager or admin")
    String role;

    @QueryParam("state")
    @Parameter(description = "present, closed (locked or expired) or left")
    String state;

    @QueryParam("sort")
    @Parameter(description = "name, full-name or state; by name if left out")
    String sort;

    PeopleQuery query() {
        return new PeopleQuery(
                Optional.ofNullable(text),
                Optional.ofNullable(group),
                Optional.ofNullable(role).map(word -> one("role", word, Role.values())),
                Optional.ofNullable(state).map(word -> one("state", word, PersonState.values())),
                sort == null ? PeopleOrder.NAME : one("sort", sort, PeopleOrder.values()));
    }

    /** @return the value as it stands in answers, such as {@code image-manager} */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E one(String field, String word, E[] values) {
        return Stream.of(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("invalid-request.field", field));
    }
}
