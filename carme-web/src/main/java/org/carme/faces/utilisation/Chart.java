package org.carme.faces.utilisation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two plots above each other, in use and waiting, with what belongs to them.
 *
 * @param times of the legend's values, as epoch milliseconds
 */
public record Chart(Plot use, Plot queue, TimeAxis axis, List<Long> times, List<LegendRow> legend) {
    /**
     * What is said below the plots.
     *
     * @param from epoch milliseconds of the left edge
     * @param to of the right edge
     * @param now where the present is, as percent of the width; empty if that is the right edge
     */
    public record TimeAxis(long from, long to, List<Tick> ticks, String now) {}

    /** More rows tell no more. */
    private static final int ROWS = 24;

    private static final String BAR = "\\|";

    /** @return in a form that the page's script can split */
    public String timesText() {
        return times.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }

    /** @return places of the rows of the table in {@code times} */
    List<Integer> rows() {
        int every = Math.max(1, (times.size() + ROWS - 1) / ROWS);
        return IntStream.range(0, times.size())
                .filter(i -> (times.size() - 1 - i) % every == 0)
                .boxed()
                .toList();
    }

    /** @return what the legend says at that place, a cell for each of its rows */
    List<String> cells(int place) {
        return legend.stream()
                .map(row -> row.figures().stream()
                        .map(figure -> (figure.values().split(BAR, -1)[place] + " " + figure.unit()).strip())
                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
