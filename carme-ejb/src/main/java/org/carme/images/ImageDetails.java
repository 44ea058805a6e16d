package org.carme.images;

import java.util.List;
import java.util.Optional;

/**
 * An image as readers see it.
 *
 * @param owner who answers for it, empty for those that came with the installation
 * @param revision to be handed back with a change, so that nobody overwrites what he has not seen
 * @param versions that the reader may see, newest first
 * @param templates that offer it; empty for those who are no image managers
 * @param manageable whether the reader may change it
 */
public record ImageDetails(
        ImageProfile profile,
        String owner,
        long revision,
        Optional<String> current,
        List<ImageVersionDetails> versions,
        List<String> templates,
        boolean manageable) {
    public ImageDetails {
        versions = List.copyOf(versions);
        templates = List.copyOf(templates);
    }
}
