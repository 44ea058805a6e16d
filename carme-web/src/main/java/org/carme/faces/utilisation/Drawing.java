package org.carme.faces.utilisation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.carme.utilisation.Load;
import org.carme.utilisation.Point;

/** Makes curves of subjects, each in its own dash pattern beside its colour. */
final class Drawing {
    private static final int DASHES = 6;

    private final Course past;
    private final Course coming;

    Drawing(Course past, Course coming) {
        this.past = past;
        this.coming = coming;
    }

    static String dash(int index) {
        return "dash-" + index % DASHES;
    }

    /** @return a line for each: what part of it is in use */
    List<Curve> compared(List<Subject> subjects) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            lines(curves, subjects.get(i), i, load -> part(load.used(), load.total()));
        }
        return curves;
    }

    /** @return what of the subject is in use and what is out of service, in between what is free */
    List<Curve> divided(Subject subject, double most) {
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve(
                past.area(subject.past(), load -> 0.0, load -> load.used() / most), "area " + subject.style()));
        curves.add(new Curve(
                coming.area(subject.coming(), load -> 0.0, load -> load.used() / most),
                "area coming " + subject.style()));
        curves.add(new Curve(outOfService(past, subject.past(), most), "area down"));
        curves.add(new Curve(outOfService(coming, subject.coming(), most), "area coming down"));
        lines(curves, subject, 0, load -> part(load.used(), most));
        return curves;
    }

    /** Nothing where nothing is: an outline would look like something. */
    private static String outOfService(Course course, List<Point> points, double most) {
        List<Point> some =
                points.stream().filter(point -> point.load().down() > 0).toList();
        return course.area(some, load -> (load.total() - load.down()) / most, load -> load.total() / most);
    }

    /** @return a line for each: what waits for it */
    List<Curve> queues(List<Subject> subjects, double most) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            lines(curves, subjects.get(i), i, load -> queued(load, most));
        }
        return curves;
    }

    private void lines(List<Curve> curves, Subject subject, int index, Function<Load, OptionalDouble> height) {
        String style = "line " + dash(index) + " " + subject.style();
        curves.add(new Curve(past.line(subject.past(), height), style));
        curves.add(new Curve(coming.line(subject.coming(), height), style + " coming"));
    }

    private static OptionalDouble part(double value, double whole) {
        return whole > 0 ? OptionalDouble.of(value / whole) : OptionalDouble.empty();
    }

    private static OptionalDouble queued(Load load, double most) {
        return load.queued().isPresent()
                ? OptionalDouble.of(load.queued().getAsDouble() / most)
                : OptionalDouble.empty();
    }
}
