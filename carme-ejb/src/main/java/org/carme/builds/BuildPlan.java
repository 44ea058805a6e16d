package org.carme.builds;

import java.util.List;
import java.util.Optional;
import org.carme.images.ImageReference;

/**
 * What is to be made, checked.
 *
 * @param byManager whether an image manager wants it
 * @param image of the version that is made; of a build that makes none, the base's
 * @param location folder to be made; empty if there is none to be
 * @param format empty if there is no recipe
 * @param text of the recipe as it was typed
 */
record BuildPlan(
        BuildKind kind,
        boolean byManager,
        Source source,
        String image,
        String version,
        String location,
        List<BuildStep> steps,
        Optional<RecipeFormat> format,
        String text) {

    /**
     * What it begins with.
     *
     * @param location of the files, which may be a sandbox of that version
     * @param digest what they must have, empty if it does not matter
     */
    record Source(String image, String version, String location, Optional<String> digest) {
        String name() {
            return ImageReference.text(image, version);
        }

        /** For one that is to be changed. */
        Source withoutDigest() {
            return new Source(image, version, location, Optional.empty());
        }
    }

    /** One without a recipe. */
    static BuildPlan of(BuildKind kind, boolean byManager, Source source, String version, String location) {
        return new BuildPlan(
                kind, byManager, source, source.image(), version, location, List.of(), Optional.empty(), "");
    }

    /** Whether it gives a version that there is other files. */
    boolean isMove() {
        return kind == BuildKind.COPY
                && source.image().equals(image)
                && source.version().equals(version);
    }
}
