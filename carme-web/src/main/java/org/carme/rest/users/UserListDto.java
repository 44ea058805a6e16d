package org.carme.rest.users;

import java.util.List;
import org.carme.people.PeoplePage;
import org.carme.people.PersonSummary;

/**
 * A part of the people.
 *
 * @param total how many match in all
 * @param complete whether the directory has given everybody; else those who have left are not told
 * @param next the cursor of the following part, absent at the end
 */
public record UserListDto(List<ListedUserDto> users, int total, boolean complete, String next) {
    /**
     * Somebody.
     *
     * @param state present, closed (locked or expired) or left
     */
    public record ListedUserDto(
            String name, String displayName, List<String> groups, List<String> roles, String state) {
        static ListedUserDto of(PersonSummary person) {
            return new ListedUserDto(
                    person.name(),
                    person.displayName(),
                    person.groups().stream().sorted().toList(),
                    person.roles().stream().sorted().map(UserFilter::word).toList(),
                    UserFilter.word(person.state()));
        }
    }

    static UserListDto of(PeoplePage page) {
        return new UserListDto(
                page.people().stream().map(ListedUserDto::of).toList(),
                page.total(),
                page.complete(),
                page.next().orElse(null));
    }
}
