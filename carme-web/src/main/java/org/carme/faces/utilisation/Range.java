package org.carme.faces.utilisation;

import java.util.stream.Stream;

/** What time the chart shows. */
public enum Range {
    HOURS_6("6h", 6, 60),
    HOURS_24("24h", 24, 180),
    DAYS_7("7d", 168, 1440),
    DAYS_30("30d", 720, 7200),
    /** The coming day, with some hours before it. */
    FORECAST("forecast", 6, 180);

    private final String word;
    private final int hours;
    private final int minutesBetweenTicks;

    Range(String word, int hours, int minutesBetweenTicks) {
        this.word = word;
        this.hours = hours;
        this.minutesBetweenTicks = minutesBetweenTicks;
    }

    /** @return the range of that word, the shortest if there is none */
    static Range of(String word) {
        return Stream.of(values())
                .filter(range -> range.word.equals(word))
                .findFirst()
                .orElse(HOURS_6);
    }

    public String getWord() {
        return word;
    }

    /** @return how much of the past it shows */
    int hours() {
        return hours;
    }

    int minutesBetweenTicks() {
        return minutesBetweenTicks;
    }

    /** @return whether ticks are days */
    boolean isLong() {
        return this == DAYS_7 || this == DAYS_30;
    }
}
