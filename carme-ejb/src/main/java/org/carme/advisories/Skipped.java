package org.carme.advisories;

import java.util.List;

/**
 * What was left out for one reason.
 *
 * @param count how many in all
 * @param examples where the first of them are
 */
public record Skipped(SkipReason reason, int count, List<String> examples) {
    public Skipped {
        examples = List.copyOf(examples);
    }
}
