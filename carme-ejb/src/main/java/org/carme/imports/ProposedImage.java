package org.carme.imports;

import java.util.List;
import java.util.Optional;

/**
 * A version of an image that may be registered, and what is said of an image that is new with it.
 *
 * @param runtime that it must have, empty: one that fits
 * @param entryPoints none: those that are chosen for all
 * @param fingerprint of its files as they were found, if somebody has looked
 */
public record ProposedImage(
        String location,
        String name,
        String version,
        String title,
        String description,
        Optional<String> runtime,
        List<String> entryPoints,
        Optional<Long> bytes,
        Optional<String> fingerprint) {
    public ProposedImage {
        entryPoints = List.copyOf(entryPoints);
    }
}
