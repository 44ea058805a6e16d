package org.carme.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that is so short that it is read and sorted as a whole.
 *
 * @param next what the following part is asked for with, empty at the end
 */
public record Part<T>(List<T> rows, Optional<String> next) {
    private static final int MOST = 50;

    /**
     * @param key tells one row from all others
     * @param after key of the last row seen; if that is gone, the list begins anew
     */
    public static <T> Part<T> of(List<T> sorted, Function<T, String> key, Optional<String> after) {
        List<String> keys = sorted.stream().map(key).toList();
        int from = after.map(keys::indexOf).orElse(-1) + 1;
        int to = Math.min(from + MOST, sorted.size());
        return new Part<>(
                sorted.subList(from, to), to < sorted.size() ? Optional.of(keys.get(to - 1)) : Optional.empty());
    }
}
