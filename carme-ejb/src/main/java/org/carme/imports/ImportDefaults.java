package org.carme.imports;

import java.util.List;
import java.util.Optional;
import org.carme.images.ImageAccess;

/**
 * What holds for all images that are registered together and say nothing else.
 *
 * @param runtime for those that it can enter
 * @param owner of new images, empty: whoever registers them
 * @param access to new images
 */
public record ImportDefaults(
        Optional<String> runtime, Optional<String> owner, ImageAccess access, List<String> entryPoints) {
    /** Nothing said. */
    public static final ImportDefaults NONE =
            new ImportDefaults(Optional.empty(), Optional.empty(), ImageAccess.everybody(), List.of());

    public ImportDefaults {
        entryPoints = List.copyOf(entryPoints);
    }
}
