package org.carme.packages;

import java.util.List;

/**
 * What was found.
 *
 * @param isCut whether there may be more, so that a longer text is needed
 */
public record PackageSearch(List<PackageUse> packages, boolean isCut) {
    public PackageSearch {
        packages = List.copyOf(packages);
    }
}
