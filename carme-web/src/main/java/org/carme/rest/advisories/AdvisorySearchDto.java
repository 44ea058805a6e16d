package org.carme.rest.advisories;

import java.util.List;
import org.carme.advisories.AdvisorySearch;
import org.carme.advisories.AdvisoryUse;

/**
 * Packages and versions of images that are concerned, the worst first.
 *
 * @param cut whether there are more packages
 * @param images versions of images that have any of these packages
 * @param imagesCut whether there are more images
 */
public record AdvisorySearchDto(
        List<ConcernedPackage> findings, boolean cut, List<ConcernedImage> images, boolean imagesCut) {
    /**
     * A package that is concerned.
     *
     * @param images in how many versions of images it is
     */
    public record ConcernedPackage(FindingDto finding, long images) {
        static ConcernedPackage of(AdvisoryUse use) {
            return new ConcernedPackage(FindingDto.of(use.finding()), use.images());
        }
    }

    /** A version of an image. */
    public record ConcernedImage(String image, String version) {}

    static AdvisorySearchDto of(AdvisorySearch search) {
        return new AdvisorySearchDto(
                search.uses().stream().map(ConcernedPackage::of).toList(),
                search.isCut(),
                search.images().stream()
                        .map(name -> new ConcernedImage(name.image(), name.version()))
                        .toList(),
                search.areImagesCut());
    }
}
