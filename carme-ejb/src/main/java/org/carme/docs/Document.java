package org.carme.docs;

import java.util.List;

/**
 * A document as pages show it.
 *
 * @param path from the root of the sources, such as {@code docs/how-to/maintenance.md}
 * @param html safe to be shown as it is
 */
public record Document(String path, String title, String html, List<Section> sections) {
    /**
     * What stands between two headings.
     *
     * @param anchor the heading's id in the document
     * @param text without markup
     */
    record Section(String anchor, String heading, String text) {}
}
