package org.carme.rest.packages;

import org.carme.images.VersionName;

/** A version of an image. */
public record ImageReferenceDto(String image, String version) {
    static ImageReferenceDto of(VersionName name) {
        return new ImageReferenceDto(name.image(), name.version());
    }
}
