package org.carme.images;

import java.util.Optional;

/**
 * An image as somebody asks for it.
 *
 * @param version empty: the one that is meant where none is named
 */
public record ImageReference(String name, Optional<String> version) {
    private static final char BETWEEN = ':';

    /** Reads {@code name} or {@code name:version}; nothing of it is checked. */
    public static ImageReference of(String text) {
        int colon = text.indexOf(BETWEEN);
        return colon < 0
                ? new ImageReference(text, Optional.empty())
                : new ImageReference(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
    }

    /** @return one text for both, as it is read by {@link #of} */
    public static String text(String name, String version) {
        return name + BETWEEN + version;
    }
}
