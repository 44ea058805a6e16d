package org.carme.people;

import java.util.Comparator;

/** By what a list of people is sorted; what is the same comes by name. */
public enum PeopleOrder {
    NAME,
    FULL_NAME,
    STATE;

    Comparator<PersonSummary> order() {
        return column().thenComparing(PersonSummary::name);
    }

    private Comparator<PersonSummary> column() {
        return switch (this) {
            case NAME -> Comparator.comparing(PersonSummary::name);
            case FULL_NAME -> Comparator.comparing(PersonSummary::displayName, String.CASE_INSENSITIVE_ORDER);
            case STATE -> Comparator.comparing(PersonSummary::state);
        };
    }
}
