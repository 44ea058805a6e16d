package org.carme.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.Role;

/**
 * A group as Carme uses it.
 *
 * @param members how many people, nested groups counted; empty if the directory has no such group
 * @param roles what membership means
 * @param templates names of those whose jobs its members may start
 * @param quotas how many limits name it
 */
public record GroupUse(String name, Optional<Long> members, Set<Role> roles, List<String> templates, long quotas) {
    /** @return whether something names a group that the directory does not have, or not under exactly this name */
    public boolean isMissing() {
        return members.isEmpty();
    }
}
