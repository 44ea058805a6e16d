package org.carme.packages;

import java.util.List;
import org.carme.images.VersionName;

/** A package and versions of images that have it, at least one. */
public record PackageImages(SoftwarePackage software, List<VersionName> images) {
    public PackageImages {
        images = List.copyOf(images);
    }
}
