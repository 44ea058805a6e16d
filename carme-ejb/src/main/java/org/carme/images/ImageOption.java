package org.carme.images;

import java.util.List;

/**
 * An image that somebody may start now.
 *
 * @param description Markdown
 * @param versions at least one; the first is meant where none is named
 */
public record ImageOption(String name, String title, String description, List<VersionOption> versions) {
    public ImageOption {
        versions = List.copyOf(versions);
    }

    /** A version of it. */
    public record VersionOption(String name, boolean deprecated) {}
}
