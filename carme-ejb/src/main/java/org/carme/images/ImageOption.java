package org.carme.images;

import java.util.List;

/**
 * An image that somebody may start now.
 *
 * @param description Markdown
 * @param own whether he answers for it, so that every template of his offers it
 * @param versions at least one; the first is meant where none is named
 */
public record ImageOption(String name, String title, String description, boolean own, List<VersionOption> versions) {
    public ImageOption {
        versions = List.copyOf(versions);
    }

    /**
     * A version of it.
     *
     * @param state {@link VersionState#DRAFT} of own images alone
     */
    public record VersionOption(String name, VersionState state) {}
}
