package org.carme.faces.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one thing did over time, drawn into a box of {@value #WIDTH} by {@value #HEIGHT}. */
public class Curve {
    static final int WIDTH = 300;
    static final int HEIGHT = 60;

    /** A value at a time. */
    record Point(Instant at, Optional<Double> value) {}

    /** From when to when is drawn, and how far apart points are where none is missing. */
    record Time(Instant begin, Instant end, Duration step) {}

    private final String title;
    private final CurveUnit unit;
    private final List<Point> points;
    private final double top;
    private final Time time;

    /** @param top empty: as high as the highest point */
    Curve(String title, CurveUnit unit, List<Point> points, Optional<Double> top, Time time) {
        this.title = title;
        this.unit = unit;
        this.points = List.copyOf(points);
        this.top = top.filter(given -> given > 0).orElse(Math.max(most(points).orElse(0), 1));
        this.time = time;
    }

    private static OptionalDouble most(List<Point> points) {
        return points.stream()
                .flatMap(point -> point.value().stream())
                .mapToDouble(Double::doubleValue)
                .max();
    }

    public String getTitle() {
        return title;
    }

    public boolean isKnown() {
        return most(points).isPresent();
    }

    /** @return the latest value */
    public String getLatest() {
        return points.isEmpty() ? "–" : text(points.get(points.size() - 1));
    }

    /** @return what one point says, a dash if it says nothing */
    String text(Point point) {
        return point.value().map(unit::text).orElse("–");
    }

    public String getMean() {
        OptionalDouble mean = points.stream()
                .flatMap(point -> point.value().stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isEmpty() ? "–" : unit.text(mean.getAsDouble());
    }

    public String getMost() {
        OptionalDouble most = most(points);
        return most.isEmpty() ? "–" : unit.text(most.getAsDouble());
    }

    public String getTop() {
        return unit.text(top);
    }

    List<Point> points() {
        return points;
    }

    /** @return the line as a path, with gaps where nothing is known */
    public String getLine() {
        StringBuilder path = new StringBuilder();
        for (List<Point> run : runs()) {
            String command = "M";
            for (Point point : run) {
                path.append(place(command, point));
                command = "L";
            }
            // a point by itself would not be seen
            path.append("h1");
        }
        return path.toString();
    }

    /** @return what lies below the line, as a path */
    public String getArea() {
        StringBuilder path = new StringBuilder();
        for (List<Point> run : runs()) {
            path.append(at("M", x(run.get(0)), HEIGHT));
            run.forEach(point -> path.append(place("L", point)));
            path.append(at("L", x(run.get(run.size() - 1)), HEIGHT)).append("Z");
        }
        return path.toString();
    }

    private List<List<Point>> runs() {
        List<List<Point>> runs = new ArrayList<>();
        Instant next = Instant.MIN;
        for (Point point : points) {
            if (point.value().isEmpty()) {
                continue;
            }
            if (runs.isEmpty() || point.at().isAfter(next)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
            next = point.at().plus(time.step().multipliedBy(3));
        }
        return runs;
    }

    private String place(String command, Point point) {
        double share = Math.min(1, point.value().orElseThrow() / top);
        return at(command, x(point), HEIGHT - 1 - share * (HEIGHT - 2));
    }

    private double x(Point point) {
        double whole = Math.max(1, Duration.between(time.begin(), time.end()).toMillis());
        double passed = Duration.between(time.begin(), point.at()).toMillis();
        return Math.min(1, Math.max(0, passed / whole)) * WIDTH;
    }

    private static String at(String command, double x, double y) {
        return String.format(Locale.ROOT, "%s%.1f %.1f", command, x, y);
    }
}
