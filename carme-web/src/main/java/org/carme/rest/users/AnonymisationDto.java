package org.carme.rest.users;

import java.util.List;
import org.carme.people.Kept;

/**
 * What was changed or removed, or would be.
 *
 * @param done whether it was, and not only would be
 */
public record AnonymisationDto(boolean done, List<KeptDto> kept) {
    static AnonymisationDto of(boolean done, List<Kept> kept) {
        return new AnonymisationDto(done, kept.stream().map(KeptDto::of).toList());
    }
}
