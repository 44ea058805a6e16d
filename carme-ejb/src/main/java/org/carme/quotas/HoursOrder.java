package org.carme.quotas;

import java.util.Comparator;
import java.util.List;

/** By which column the hours of members are sorted. */
public enum HoursOrder {
    USER,
    TYPE,
    USED,
    RUNNING,
    QUEUED,
    /** Who has the least left comes first, who has no limit last. */
    LEFT;

    /** @return whether the least comes first */
    public boolean isAscending() {
        return this == USER || this == TYPE || this == LEFT;
    }

    List<MemberHours> sorted(List<MemberHours> hours) {
        Comparator<MemberHours> order =
                isAscending() ? comparator() : comparator().reversed();
        return hours.stream()
                .sorted(order.thenComparing(MemberHours::user).thenComparing(MemberHours::acceleratorType))
                .toList();
    }

    private Comparator<MemberHours> comparator() {
        return switch (this) {
            case USER -> Comparator.comparing(MemberHours::user);
            case TYPE -> Comparator.comparing(MemberHours::acceleratorType);
            case USED -> Comparator.comparing(MemberHours::used);
            case RUNNING -> Comparator.comparing(MemberHours::running);
            case QUEUED -> Comparator.comparing(MemberHours::queued);
            case LEFT -> Comparator.comparing(hours -> hours.left().orElse(Double.MAX_VALUE));
        };
    }
}
