package org.carme.utilisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of the load, on a real database. */
class SamplesIT {
    private static final int TOTAL = 8;

    private final TestDatabase database = database();
    private final SettableClock clock = new SettableClock();
    private final SortedMap<String, Load> loads = new TreeMap<>();

    TestDatabase database() {
        return new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTheFirstSampleOfAMinuteWhoeverTakesIt() {
        Instant begin = clock.instant();
        take(3);
        clock.forward(Duration.ofSeconds(20));
        take(5);
        clock.forward(Duration.ofMinutes(1));
        take(6);

        assertThat(read(begin, Duration.ofMinutes(1)))
                .containsExactly(point(begin, 3), point(begin.plusSeconds(60), 6));
    }

    @Test
    void leavesAGapWhereNothingIsKnown() {
        Instant begin = clock.instant();
        take(3);
        loads.clear();
        clock.forward(Duration.ofMinutes(1));
        assertThat(in(Samples::take)).isFalse();
        clock.forward(Duration.ofMinutes(1));
        take(4);

        assertThat(read(begin, Duration.ofMinutes(1)))
                .containsExactly(point(begin, 3), point(begin.plusSeconds(120), 4));
    }

    @Test
    void doesNotTakeAnUnknownQueueForAnEmptyOne() {
        Instant begin = clock.instant();
        take(3, OptionalDouble.empty());
        clock.forward(Duration.ofMinutes(1));
        take(3, OptionalDouble.of(4));

        assertThat(read(begin, Duration.ofMinutes(1)).get(0).load().queued()).isEmpty();
        assertThat(read(begin, Duration.ofMinutes(2)).get(0).load().queued())
                .as("the mean of what is known")
                .hasValue(4);
    }

    @Test
    void makesMeansOfOldSamples() {
        Instant begin = clock.instant();
        takeMinutes(25);
        clock.forward(Duration.ofDays(1));
        assertThat(thinAll()).as("the last ten minutes are not over").isEqualTo(20);

        assertThat(read(begin, Duration.ofMinutes(1)))
                .hasSize(7)
                .startsWith(point(begin, 4.5), point(begin.plusSeconds(600), 4.5), point(begin.plusSeconds(1200), 0));
        assertThat(thinAll()).isZero();
    }

    @Test
    void doesNotCountAnythingTwiceInMeansOfMeans() {
        Instant begin = clock.instant();
        takeMinutes(25);
        clock.forward(Duration.ofDays(1));
        thinAll();

        assertThat(read(begin, Duration.ofHours(1)))
                .as("20 minutes of 4.5 and five of 0, 1, 2, 3, 4")
                .containsExactly(point(begin, (20 * 4.5 + 10) / 25));
    }

    @Test
    void keepsHoursForTwoYearsAndNothingLonger() {
        Instant begin = clock.instant();
        takeMinutes(120);
        clock.forward(Duration.ofDays(31));
        thinAll();
        assertThat(read(begin, Duration.ofMinutes(1)))
                .containsExactly(point(begin, 4.5), point(begin.plusSeconds(3600), 4.5));

        clock.forward(Duration.ofDays(730));
        thinAll();
        assertThat(read(begin, Duration.ofDays(1))).isEmpty();
    }

    @Test
    void canBeKilledInTheMiddle() {
        Instant begin = clock.instant();
        takeMinutes(20);
        clock.forward(Duration.ofDays(2));
        assertThatThrownBy(() -> in(samples -> {
                    samples.thin();
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        assertThat(read(begin, Duration.ofMinutes(1))).hasSize(20);
        thinAll();

        assertThat(read(begin, Duration.ofMinutes(1)))
                .containsExactly(point(begin, 4.5), point(begin.plusSeconds(600), 4.5));
    }

    @Test
    void canBeThinnedBySeveralInstancesAtOnce() throws Exception {
        Instant begin = clock.instant();
        takeMinutes(180);
        clock.forward(Duration.ofDays(2));
        List<Callable<Integer>> instances = List.of(this::thinAll, this::thinAll, this::thinAll);
        ExecutorService executor = Executors.newFixedThreadPool(instances.size());
        try {
            for (Future<Integer> done : executor.invokeAll(instances)) {
                done.get();
            }
        } finally {
            executor.shutdown();
        }

        assertThat(read(begin, Duration.ofMinutes(1)))
                .hasSize(18)
                .allMatch(point -> point.load().used() == 4.5);
    }

    private int thinAll() {
        int removed = 0;
        int latest = -1;
        while (latest != 0) {
            latest = Retry.onConflict(() -> in(Samples::thin));
            removed += latest;
        }
        return removed;
    }

    /** Used 0, 1, … 9, 0, 1, … */
    private void takeMinutes(int minutes) {
        for (int i = 0; i < minutes; i++) {
            take(i % 10);
            clock.forward(Duration.ofMinutes(1));
        }
    }

    private void take(double used) {
        take(used, OptionalDouble.of(1));
    }

    private void take(double used, OptionalDouble queued) {
        loads.put("a100", load(used, queued));
        assertThat(in(Samples::take)).isTrue();
    }

    private List<Point> read(Instant from, Duration step) {
        return in(samples -> new ArrayList<>(
                samples.read(from, clock.instant().plusSeconds(1), step).getOrDefault("a100", List.of())));
    }

    private static Point point(Instant at, double used) {
        return new Point(at, load(used, OptionalDouble.of(1)));
    }

    private static Load load(double used, OptionalDouble queued) {
        return new Load(TOTAL, used, TOTAL - used, 0, queued);
    }

    private <T> T in(Function<Samples, T> action) {
        try (EntityManager entityManager = database.open()) {
            Samples samples = new Samples();
            samples.repository = new UtilisationRepository(entityManager);
            samples.clock = clock;
            samples.snapshot = new Snapshot() {
                @Override
                SortedMap<String, Load> loads() {
                    return new TreeMap<>(loads);
                }
            };
            return TestDatabase.inTransaction(entityManager, () -> action.apply(samples));
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
