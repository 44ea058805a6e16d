package org.carme.faces.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Curve.Time TIME = new Curve.Time(BEGIN, BEGIN.plusSeconds(100), Duration.ofSeconds(10));

    @Test
    void fillsItsBoxFromTheBeginToTheEnd() {
        Curve curve = curve(Optional.of(100.0), point(0, 0), point(10, 50), point(20, 200));

        assertThat(curve.getLine()).isEqualTo("M0.0 59.0L30.0 30.0L60.0 1.0h1");
        assertThat(curve.getArea()).isEqualTo("M0.0 60.0L0.0 59.0L30.0 30.0L60.0 1.0L60.0 60.0Z");
    }

    @Test
    void leavesAGapWhereNothingIsKnown() {
        Curve.Point unknown = new Curve.Point(BEGIN.plusSeconds(30), Optional.empty());

        assertThat(curve(Optional.of(100.0), point(0, 50), unknown, point(90, 50))
                        .getLine())
                .isEqualTo("M0.0 30.0h1M270.0 30.0h1");
    }

    @Test
    void saysWhatItShows() {
        Curve curve = curve(Optional.empty(), point(0, 10), point(10, 30));

        assertThat(List.of(curve.getLatest(), curve.getMean(), curve.getMost(), curve.getTop()))
                .containsExactly("30", "20", "30", "30");
    }

    @Test
    void saysThatItKnowsNothing() {
        Curve curve = curve(Optional.empty());

        assertThat(curve.getLine()).isEmpty();
        assertThat(List.of(curve.getLatest(), curve.getMean(), curve.getMost())).containsOnly("–");
    }

    @Test
    void isATableOfNoMoreRowsThanCanBeRead() {
        Curve curve = curve(
                Optional.empty(),
                Stream.iterate(0, second -> second + 1)
                        .limit(100)
                        .map(second -> point(second, second))
                        .toArray(Curve.Point[]::new));

        List<NodeCurves.Row> rows = new NodeCurves("node01", "", List.of(curve)).getRows();

        assertThat(rows).hasSize(20);
        assertThat(rows.get(0).getValues()).containsExactly("99");
    }

    private static Curve curve(Optional<Double> top, Curve.Point... points) {
        return new Curve("CPU", value -> Long.toString(Math.round(value)), List.of(points), top, TIME);
    }

    private static Curve.Point point(int seconds, double value) {
        return new Curve.Point(BEGIN.plusSeconds(seconds), Optional.of(value));
    }
}
