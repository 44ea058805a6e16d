package org.carme.faces.canary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carme.canary.CanaryResult;
import org.carme.canary.Stage;

/**
 * The times of self-tests as columns, oldest first, in a picture of 1000 by 100.
 *
 * @param seconds what its full height stands for
 */
public record Trend(List<Bar> bars, double seconds) {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;
    private static final int MOST_COLUMNS = 30;
    private static final double GAP = 0.2;
    private static final double SECOND = 1000;

    /** One stage of one run. */
    public record Bar(String x, String y, String width, String height, String style) {}

    static Trend of(List<SelfTestRow> newestFirst) {
        List<CanaryResult> results =
                newestFirst.stream().map(SelfTestRow::result).toList();
        double most = results.stream().mapToDouble(Trend::total).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        if (most > 0) {
            int column = MOST_COLUMNS;
            for (CanaryResult result : results) {
                column--;
                addColumn(bars, column, result.times(), HEIGHT / most);
            }
        }
        return new Trend(List.copyOf(bars), most / SECOND);
    }

    private static void addColumn(List<Bar> bars, int column, Map<Stage, Duration> times, double scale) {
        double width = WIDTH / MOST_COLUMNS;
        double top = HEIGHT;
        for (Stage stage : Stage.values()) {
            Duration time = times.getOrDefault(stage, Duration.ZERO);
            double height = time.toMillis() * scale;
            top -= height;
            if (height > 0) {
                String style = "stage-" + stage.code();
                bars.add(new Bar(text(column * width), text(top), text(width * (1 - GAP)), text(height), style));
            }
        }
    }

    private static double total(CanaryResult result) {
        return result.times().values().stream().mapToLong(Duration::toMillis).sum();
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
