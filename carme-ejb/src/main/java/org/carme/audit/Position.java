package org.carme.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the chain.
 *
 * @param number of the row that stands there, 0 before the first
 * @param seal of that row, empty before the first
 */
record Position(long number, String seal) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}):([0-9A-Za-z+/=_-]{0,64})");

    /** @return what {@link #parse} reads again */
    String text() {
        return number + ":" + seal;
    }

    /** @return empty for what is no such text */
    static Optional<Position> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Position(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }
}
