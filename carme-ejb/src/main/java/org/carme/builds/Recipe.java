package org.carme.builds;

import java.util.List;
import org.carme.common.InvalidRequestException;

/**
 * How an image is made.
 *
 * @param base {@code name} or {@code name:version} of the image to begin with
 * @param steps in order; none: a copy
 */
public record Recipe(String base, List<BuildStep> steps) {
    /** @throws InvalidRequestException if there are too many steps, or all together are too long */
    public Recipe {
        steps = List.copyOf(steps);
        long length = steps.stream().mapToLong(step -> step.toString().length()).sum();
        if (steps.size() > BuildRules.MOST_STEPS || length > 2L * BuildRules.LONGEST_TEXT) {
            throw InvalidRequestException.about("steps", "invalid-request.build-steps", BuildRules.MOST_STEPS);
        }
    }
}
