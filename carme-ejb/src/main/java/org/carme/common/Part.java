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

    /** @return how many rows stand before the part that is asked for with this {@link #next()} */
    public static int place(Optional<String> next) {
        try {
            return Math.max(0, Integer.parseInt(next.orElse("0")));
        } catch (NumberFormatException e) {
            throw InvalidRequestException.about("cursor", "invalid-request.cursor");
        }
    }

    /**
     * A part of a list that the database counts off.
     *
     * @param found from that place on, one more than {@code most} if more follow
     */
    public static <T> Part<T> from(int place, List<T> found, int most) {
        return found.size() > most
                ? new Part<>(found.subList(0, most), Optional.of(Integer.toString(place + most)))
                : new Part<>(found, Optional.empty());
    }

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
