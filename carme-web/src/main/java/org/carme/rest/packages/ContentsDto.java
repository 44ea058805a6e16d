package org.carme.rest.packages;

import java.util.Optional;
import org.carme.packages.Contents;

/**
 * What is known of the inside of a version.
 *
 * @param takenAt when it was sent
 * @param bytes size of all files, if the document says so
 * @param digest over all files as it was then, if the document says so
 * @param packages how many
 * @param componentsWithoutUrl how many components have no package URL; they are not among the packages
 */
public record ContentsDto(
        String takenAt,
        String takenBy,
        Optional<Long> bytes,
        Optional<String> digest,
        int packages,
        int componentsWithoutUrl) {
    static ContentsDto of(Contents contents) {
        return new ContentsDto(
                contents.takenAt().toString(),
                contents.takenBy(),
                contents.bytes().isPresent() ? Optional.of(contents.bytes().getAsLong()) : Optional.empty(),
                contents.digest(),
                contents.packages(),
                contents.nameless());
    }
}
