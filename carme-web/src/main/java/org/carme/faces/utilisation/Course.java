package org.carme.faces.utilisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.utilisation.Load;
import org.carme.utilisation.Point;

/** Points as strokes; where points are missing there is no stroke. */
final class Course {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 100;
    private static final double GAP = 1.5;

    private final Axis axis;
    private final Duration step;
    private final Duration shift;

    private Course(Axis axis, Duration step, Duration shift) {
        this.axis = axis;
        this.step = step;
        this.shift = shift;
    }

    /** Means stand in the middle of their time. */
    static Course ofMeans(Axis axis, Duration step) {
        return new Course(axis, step, step.dividedBy(2));
    }

    static Course ofMoments(Axis axis, Duration step) {
        return new Course(axis, step, Duration.ZERO);
    }

    /** @param height from 0 to 1 */
    String line(List<Point> points, Function<Load, OptionalDouble> height) {
        return runs(points.stream()
                        .filter(point -> height.apply(point.load()).isPresent())
                        .toList())
                .stream()
                .map(run ->
                        "M" + strokes(run, load -> height.apply(load).getAsDouble()) + (run.size() == 1 ? "h0" : ""))
                .collect(Collectors.joining());
    }

    /** @return what is between two heights */
    String area(List<Point> points, Function<Load, Double> lower, Function<Load, Double> upper) {
        return runs(points).stream()
                .map(run -> "M" + strokes(run, upper) + "L" + strokes(reversed(run), lower) + "Z")
                .collect(Collectors.joining());
    }

    private String strokes(List<Point> run, Function<Load, Double> height) {
        return run.stream()
                .map(point -> x(point.at()) + "," + y(height.apply(point.load())))
                .collect(Collectors.joining("L"));
    }

    private String x(Instant at) {
        return String.format(Locale.ROOT, "%.0f", WIDTH * axis.place(at.plus(shift)));
    }

    private static String y(double height) {
        return Axis.number(HEIGHT * (1 - Math.max(0, Math.min(1, height))));
    }

    private List<List<Point>> runs(List<Point> points) {
        List<List<Point>> runs = new ArrayList<>();
        Instant next = Instant.MIN;
        for (Point point : points) {
            if (point.at().isAfter(next)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
            next = point.at().plusMillis((long) (GAP * step.toMillis()));
        }
        return runs;
    }

    private static List<Point> reversed(List<Point> points) {
        List<Point> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }
}
