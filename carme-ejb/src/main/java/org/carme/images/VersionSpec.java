package org.carme.images;

import java.util.Optional;

/**
 * A version as an image manager describes it.
 *
 * @param name such as {@code 2.4}; never changes
 * @param bytes its size, empty if nobody has measured it
 * @param accelerators whether it can use them
 * @param notes what is new or known, plain text
 */
public record VersionSpec(
        String name, VersionContent content, Optional<Long> bytes, boolean accelerators, String notes) {}
