package org.carme.packages;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of the inside of an image's version.
 *
 * @param takenBy who has sent it
 * @param bytes size of all files
 * @param digest over all files, as it was then
 * @param packages how many
 * @param nameless how many components of the document have no package URL and are no packages here
 */
public record Contents(
        Instant takenAt, String takenBy, OptionalLong bytes, Optional<String> digest, int packages, int nameless) {}
