package org.carme.people;

import java.util.Comparator;

/** By what a list of groups is sorted; what is the same comes by name. */
public enum GroupOrder {
    NAME,
    /** The largest first, those that the directory does not have last. */
    MEMBERS,
    /** Those first that most limits name. */
    LIMITS;

    Comparator<GroupUse> order() {
        return column().thenComparing(GroupUse::name);
    }

    private Comparator<GroupUse> column() {
        return switch (this) {
            case NAME -> Comparator.comparing(GroupUse::name, String.CASE_INSENSITIVE_ORDER);
            case MEMBERS -> Comparator.comparing(group -> group.members().orElse(-1L), Comparator.reverseOrder());
            case LIMITS -> Comparator.comparing(GroupUse::quotas, Comparator.reverseOrder());
        };
    }
}
