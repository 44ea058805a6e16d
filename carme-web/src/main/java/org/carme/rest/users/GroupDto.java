package org.carme.rest.users;

import java.util.List;
import org.carme.people.GroupUse;

/**
 * A group.
 *
 * @param missing whether the directory has no group of exactly this name
 * @param members nested groups counted, absent if it is missing
 * @param quotas how many limits name it
 */
public record GroupDto(
        String name, boolean missing, Long members, List<String> roles, List<String> templates, long quotas) {
    static GroupDto of(GroupUse group) {
        return new GroupDto(
                group.name(),
                group.isMissing(),
                group.members().orElse(null),
                group.roles().stream().sorted().map(UserFilter::word).toList(),
                group.templates(),
                group.quotas());
    }
}
