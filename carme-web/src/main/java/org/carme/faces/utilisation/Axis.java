package org.carme.faces.utilisation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The time from left to right, as the reader's clock shows it. */
final class Axis {
    private static final int WHOLE = 100;

    /** Labels nearer to an edge would be cut off. */
    private static final double MARGIN = 3;

    private final Instant from;
    private final Instant to;
    private final ZoneId zone;

    Axis(Instant from, Instant to, ZoneId zone) {
        this.from = from;
        this.to = to;
        this.zone = zone;
    }

    /** @return from 0 to 1 */
    double place(Instant time) {
        double whole = Duration.between(from, to).toMillis();
        return Math.max(0, Math.min(1, Duration.between(from, time).toMillis() / whole));
    }

    String percent(Instant time) {
        return number(WHOLE * place(time)) + "%";
    }

    /** @return marks at round times, every second one minor */
    List<Tick> ticks(int minutesBetween, DateTimeFormatter format) {
        List<Tick> ticks = new ArrayList<>();
        boolean minor = false;
        ZonedDateTime at = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        while (at.toInstant().isBefore(to)) {
            double percent = WHOLE * place(at.toInstant());
            if (percent > MARGIN && percent < WHOLE - MARGIN) {
                ticks.add(new Tick(number(percent) + "%", format.format(at), minor));
                minor = !minor;
            }
            at = at.plusMinutes(minutesBetween);
        }
        return ticks;
    }

    String time(Instant time, DateTimeFormatter format) {
        return format.format(time.atZone(zone));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
