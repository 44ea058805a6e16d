package org.carme.builds;

import java.time.Duration;
import java.util.Optional;

/**
 * A version that somebody wants to have made, as it came: names and limits have not been checked.
 *
 * @param image name of an image of his, or of one that there is not yet
 * @param version that the image does not have yet
 * @param text the recipe as it was typed, empty for {@link RecipeFormat#FORM}
 * @param timeLimit empty: the default of the template for builds
 * @param idempotencyKey a repeated request with the same key makes no second build
 */
public record BuildRequest(
        String image,
        String version,
        Recipe recipe,
        RecipeFormat format,
        String text,
        Optional<Duration> timeLimit,
        Optional<String> idempotencyKey) {

    /** One that was put together in a form. */
    public static BuildRequest formed(String image, String version, Recipe recipe) {
        return new BuildRequest(image, version, recipe, RecipeFormat.FORM, "", Optional.empty(), Optional.empty());
    }

    /**
     * One that was written.
     *
     * @throws org.carme.common.InvalidRequestException about {@code recipe}, naming the line
     */
    public static BuildRequest written(String image, String version, RecipeFormat format, String text) {
        Recipe recipe = Recipes.read(format, text);
        return new BuildRequest(image, version, recipe, format, text, Optional.empty(), Optional.empty());
    }

    /** @return the same, with these limits */
    public BuildRequest with(Optional<Duration> limit, Optional<String> key) {
        return new BuildRequest(image, version, recipe, format, text, limit, key);
    }
}
