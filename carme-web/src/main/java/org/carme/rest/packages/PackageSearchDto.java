package org.carme.rest.packages;

import java.util.List;
import org.carme.packages.PackageSearch;
import org.carme.packages.PackageUse;

/**
 * Packages that were found, those of exactly that name first.
 *
 * @param cut whether there may be more
 */
public record PackageSearchDto(List<Use> packages, boolean cut) {
    /**
     * A package that was found.
     *
     * @param images in how many versions of images it is
     */
    public record Use(long id, PackageDto software, long images) {
        static Use of(PackageUse use) {
            return new Use(use.id(), PackageDto.of(use.software()), use.images());
        }
    }

    static PackageSearchDto of(PackageSearch search) {
        return new PackageSearchDto(search.packages().stream().map(Use::of).toList(), search.isCut());
    }
}
