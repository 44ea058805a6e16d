package org.carme.packages;

import java.util.List;

/**
 * A name whose versions differ between two images.
 *
 * @param before versions in the first one, none if it is new
 * @param after versions in the second one, none if it is gone
 */
public record PackageChange(PackageKind kind, String name, List<String> before, List<String> after) {
    public PackageChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
