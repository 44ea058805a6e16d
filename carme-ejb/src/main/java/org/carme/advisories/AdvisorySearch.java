package org.carme.advisories;

import java.util.List;
import org.carme.images.VersionName;

/**
 * What was found.
 *
 * @param isCut whether there are more
 * @param images the versions of images that have any of these packages, in the order of names
 * @param areImagesCut whether there are more
 */
public record AdvisorySearch(List<AdvisoryUse> uses, boolean isCut, List<VersionName> images, boolean areImagesCut) {
    public AdvisorySearch {
        uses = List.copyOf(uses);
        images = List.copyOf(images);
    }
}
