package org.carme.executions;

import java.util.Map;
import java.util.Optional;

/** What one step of a job is to deal with alone, while its other steps do nothing. */
public record OneItem(String step, String item) {
    static final String STEP = "only-step";
    static final String ITEM = "only-item";

    Map<String, String> parameters() {
        return Map.of(STEP, step, ITEM, item);
    }

    /** @return empty if the execution is about everything */
    public static Optional<OneItem> of(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get(ITEM))
                .map(item -> new OneItem(parameters.getOrDefault(STEP, ""), item));
    }
}
