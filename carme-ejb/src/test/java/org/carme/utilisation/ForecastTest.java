package org.carme.utilisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.carme.cluster.Allotment;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.TestSchedulerJobs;
import org.junit.jupiter.api.Test;

/** What becomes of eight a100, of which six are used and one is out of service; three are asked for. */
class ForecastTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ROUNDS = 1 + 24 * 6;

    @Test
    void freesWhatReachesItsTimeLimit() {
        List<Load> loads = forecast(running(4, Duration.ofMinutes(25)));

        assertThat(loads).hasSize(ROUNDS);
        assertThat(loads).extracting(Load::used).startsWith(6.0, 6.0, 6.0, 2.0, 2.0);
        assertThat(loads).extracting(Load::free).startsWith(1.0, 1.0, 1.0, 5.0, 5.0);
        assertThat(loads).extracting(Load::down).containsOnly(1.0);
    }

    @Test
    void usesWhatIsPlannedAsLongAsItMayRun() {
        List<Load> loads = forecast(planned(1, Duration.ofMinutes(10)));

        assertThat(loads).extracting(Load::used).startsWith(6.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 6.0);
        assertThat(loads)
                .extracting(load -> load.queued().getAsDouble())
                .startsWith(3.0, 2.0)
                .endsWith(2.0);
    }

    @Test
    void believesThePresentBeforeTheLists() {
        assertThat(forecast(running(2, Duration.ofMinutes(-1))).get(0).used())
                .as("it is not over before its nodes are free")
                .isEqualTo(6);
        assertThat(forecast(planned(4, Duration.ofMinutes(10))).get(1).used())
                .as("no more than is in service")
                .isEqualTo(7);
    }

    @Test
    void leavesOpenHowManyWaitIfNobodyKnows() {
        Load load = new Load(8, 6, 1, 1, OptionalDouble.empty());

        assertThat(forecast(load, planned(1, Duration.ofMinutes(10))))
                .extracting(Load::queued)
                .containsOnly(OptionalDouble.empty());
    }

    @Test
    void sumsUpAcceleratorsWithoutCpus() {
        TreeMap<String, Load> present = new TreeMap<>(Snapshot.ORDER);
        present.put(ClusterPicture.CPU, new Load(128, 5, 123, 0, OptionalDouble.of(0)));
        present.put("a100", new Load(8, 6, 2, 0, OptionalDouble.of(3)));
        present.put("titan", new Load(4, 1, 3, 0, OptionalDouble.of(2)));
        Series series = new Series(NOW, NOW, Forecast.STEP, Forecast.of(present, new QueueStatus().picture(), NOW));

        assertThat(series.types()).extracting(TypeSeries::type).containsExactly("a100", "titan", ClusterPicture.CPU);
        assertThat(series.accelerators().points().get(0).load()).isEqualTo(new Load(12, 7, 5, 0, OptionalDouble.of(5)));
    }

    private static List<Load> forecast(SchedulerJob... jobs) {
        return forecast(new Load(8, 6, 1, 1, OptionalDouble.of(3)), jobs);
    }

    private static List<Load> forecast(Load present, SchedulerJob... jobs) {
        QueueStatus queue = new QueueStatus();
        queue.seenAll(List.of(jobs), NOW);
        TreeMap<String, Load> loads = new TreeMap<>();
        loads.put("a100", present);
        return Forecast.of(loads, queue.picture(), NOW).get(0).points().stream()
                .map(Point::load)
                .toList();
    }

    private static SchedulerJob running(int accelerators, Duration left) {
        return TestSchedulerJobs.running("1", a100(accelerators), NOW.plus(left), "node01");
    }

    private static SchedulerJob planned(int accelerators, Duration ahead) {
        return TestSchedulerJobs.planned("2", a100(accelerators), NOW.plus(ahead));
    }

    private static Allotment a100(int accelerators) {
        return TestSchedulerJobs.of(1, "a100", accelerators);
    }
}
