package org.carme.rest.users;

import org.carme.people.Kept;

/** How many rows of a kind are kept about somebody. */
public record KeptDto(String section, long rows) {
    static KeptDto of(Kept kept) {
        return new KeptDto(kept.section(), kept.rows());
    }
}
