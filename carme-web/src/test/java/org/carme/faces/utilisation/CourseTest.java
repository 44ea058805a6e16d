package org.carme.faces.utilisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.carme.utilisation.Load;
import org.carme.utilisation.Point;
import org.junit.jupiter.api.Test;

/** How points become strokes: of ten minutes a minute each, with ten accelerators of which the nth minute uses n. */
class CourseTest {
    private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Axis axis = new Axis(FROM, FROM.plus(Duration.ofMinutes(10)), BERLIN);

    @Test
    void endsWhereNobodyLooked() {
        String line = Course.ofMoments(axis, MINUTE).line(points(0, 1, 4, 5), CourseTest::used);

        assertThat(line).isEqualTo("M0,100.0L100,90.0M400,60.0L500,50.0");
    }

    @Test
    void showsASinglePoint() {
        assertThat(Course.ofMoments(axis, MINUTE).line(points(2), CourseTest::used))
                .isEqualTo("M200,80.0h0");
    }

    @Test
    void putsMeansIntoTheMiddleOfTheirTime() {
        assertThat(Course.ofMeans(axis, MINUTE).line(points(1, 2), CourseTest::used))
                .isEqualTo("M150,90.0L250,80.0");
    }

    @Test
    void fillsWhatIsBetweenTwoHeightsRunByRun() {
        String area =
                Course.ofMoments(axis, MINUTE).area(points(1, 2, 5), load -> 0.0, load -> load.used() / load.total());

        assertThat(area).isEqualTo("M100,90.0L200,80.0L200,100.0L100,100.0ZM500,50.0L500,100.0Z");
    }

    @Test
    void drawsNothingOfWhatIsNotKnown() {
        assertThat(Course.ofMoments(axis, MINUTE).line(points(1, 2), load -> OptionalDouble.empty()))
                .isEmpty();
    }

    @Test
    void marksRoundTimesOfTheReadersClock() {
        Axis day = new Axis(FROM, FROM.plus(Duration.ofHours(6)), BERLIN);

        assertThat(day.ticks(180, DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH)))
                .extracting(Tick::label)
                .containsExactly("15:00", "18:00");
    }

    private static OptionalDouble used(Load load) {
        return OptionalDouble.of(load.used() / load.total());
    }

    private static List<Point> points(int... minutes) {
        return IntStream.of(minutes)
                .mapToObj(i ->
                        new Point(FROM.plus(Duration.ofMinutes(i)), new Load(10, i, 10 - i, 0, OptionalDouble.of(0))))
                .toList();
    }
}
