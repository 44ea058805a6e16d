package org.carme.faces.utilisation;

import java.time.Instant;
import java.time.ZoneId;
import org.carme.utilisation.Series;

/**
 * The time of a chart and what is known of it.
 *
 * @param coming empty unless the range has a forecast and there is one
 * @param zone where the reader's clock is
 */
record Span(Range range, Series past, Series coming, ZoneId zone) {
    Axis axis() {
        return new Axis(past.from(), end(), zone);
    }

    Instant end() {
        return range == Range.FORECAST ? coming.to() : past.to();
    }

    boolean isEmpty() {
        return past.isEmpty() && coming.isEmpty();
    }
}
