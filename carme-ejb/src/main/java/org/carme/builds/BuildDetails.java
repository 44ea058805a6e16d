package org.carme.builds;

import java.util.List;
import java.util.Optional;

/**
 * A build as its owner and image managers see it.
 *
 * @param format empty if there is no recipe
 * @param recipe as it was typed
 * @param wanted what the recipe has to be done, in its order; empty if there is none
 * @param failure why it has failed, present exactly if it has
 * @param detail of that, in the words of whoever noticed it; may be empty
 * @param lines the last ones of the step that has failed
 * @param digest over all files of the result, once it is there
 * @param bytes size of all files of the result
 */
public record BuildDetails(
        BuildSummary summary,
        Optional<RecipeFormat> format,
        String recipe,
        List<BuildStep> wanted,
        List<StepProgress> steps,
        Optional<BuildFailure> failure,
        String detail,
        List<String> lines,
        Optional<String> digest,
        Optional<Long> bytes) {
    public BuildDetails {
        wanted = List.copyOf(wanted);
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }
}
