package org.carme.quotas;

import java.util.Set;
import org.carme.templates.Charge;

/**
 * For whom rules are looked for.
 *
 * @param groups all groups of the user
 * @param chargedGroups groups whose shared limits count: of a start the one it is charged to
 * @param projects slugs of the projects whose limits count: likewise
 */
public record QuotaHolder(String user, Set<String> groups, Set<String> chargedGroups, Set<String> projects) {

    public QuotaHolder {
        groups = Set.copyOf(groups);
        chargedGroups = Set.copyOf(chargedGroups);
        projects = Set.copyOf(projects);
    }

    /** Somebody who starts something. */
    public static QuotaHolder starting(String user, Set<String> groups, Charge charge) {
        Set<String> charged = Set.of(charge.name());
        return charge.isProject()
                ? new QuotaHolder(user, groups, Set.of(), charged)
                : new QuotaHolder(user, groups, charged, Set.of());
    }
}
