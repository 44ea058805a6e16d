package org.carme.packages;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a bill of materials says of an image.
 *
 * @param bytes size of all files
 * @param digest over all files
 * @param packages each once
 * @param nameless how many components have no package URL and are left out
 */
record Bom(OptionalLong bytes, Optional<String> digest, List<SoftwarePackage> packages, int nameless) {
    Bom {
        packages = List.copyOf(packages);
    }
}
