package org.carme.faces.utilisation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.carme.utilisation.Load;
import org.carme.utilisation.Point;

/**
 * What a chart is about: a type, or all accelerators.
 *
 * @param style the class of its colour in the style sheet
 * @param coming its forecast, may be empty
 */
record Subject(String title, String style, List<Point> past, List<Point> coming) {
    Stream<Point> points() {
        return Stream.concat(past.stream(), coming.stream());
    }

    double mostOf(ToDoubleFunction<Load> value) {
        return points().map(Point::load).mapToDouble(value).max().orElse(0);
    }
}
