package org.carme.images;

import java.util.Optional;

/**
 * Which images somebody looks for; what is empty does not matter.
 *
 * @param text part of a name, title or description
 * @param state of one of its versions
 * @param runtime of one of its versions
 * @param after name of the last one seen
 */
public record ImageQuery(
        Optional<String> text, Optional<VersionState> state, Optional<String> runtime, Optional<String> after) {
    /** The first part of all. */
    public static final ImageQuery ALL =
            new ImageQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
