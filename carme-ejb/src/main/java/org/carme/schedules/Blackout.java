package org.carme.schedules;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;

/**
 * A part of the day in which nothing is started by the clock.
 *
 * @param to the first moment at which it is over; earlier than its begin if that is on the next day
 */
public record Blackout(LocalTime from, LocalTime to) {
    private static final int MOST = 10;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /**
     * @param text such as {@code 08:00-18:00, 22:00-02:00}; may be empty
     * @throws InvalidRequestException if it says something else, or leaves no minute of the day
     */
    public static List<Blackout> parse(String text) {
        List<Blackout> found = Stream.of(text.split(","))
                .filter(part -> !part.isBlank())
                .map(Blackout::one)
                .toList();
        if (found.size() > MOST || coverTheDay(found)) {
            throw refusal();
        }
        return found;
    }

    private static Blackout one(String text) {
        String[] ends = text.strip().split("\\s*[-–]\\s*");
        try {
            if (ends.length == 2) {
                Blackout found = new Blackout(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
                if (!found.from.equals(found.to) && found.isOfMinutes()) {
                    return found;
                }
            }
        } catch (DateTimeException e) {
            throw refusal();
        }
        throw refusal();
    }

    private boolean isOfMinutes() {
        return from.getSecond() + from.getNano() + to.getSecond() + to.getNano() == 0;
    }

    private static boolean coverTheDay(List<Blackout> blackouts) {
        return IntStream.range(0, MINUTES_OF_A_DAY)
                .mapToObj(minute -> LocalTime.MIN.plusMinutes(minute))
                .allMatch(time -> blackouts.stream().anyMatch(blackout -> blackout.contains(time)));
    }

    private static InvalidRequestException refusal() {
        return InvalidRequestException.about("blackouts", "invalid-request.blackouts");
    }

    /** @return what {@link #parse} reads */
    public static String text(List<Blackout> blackouts) {
        return blackouts.stream()
                .map(blackout -> blackout.from + "-" + blackout.to)
                .collect(Collectors.joining(", "));
    }
}
