package org.carme.images;

import java.util.Comparator;

/** A version of an image, and the number by which others keep what they know of it. */
public record VersionName(long id, String image, String version) implements Comparable<VersionName> {
    private static final Comparator<VersionName> ORDER =
            Comparator.comparing(VersionName::image).thenComparing(VersionName::version);

    /** @return as starts name it */
    public String text() {
        return ImageReference.text(image, version);
    }

    @Override
    public int compareTo(VersionName other) {
        return ORDER.compare(this, other);
    }
}
