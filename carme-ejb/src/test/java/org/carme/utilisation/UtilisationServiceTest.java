package org.carme.utilisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.QueueStatus;
import org.carme.cluster.TestNodes;
import org.carme.cluster.TestSchedulerJobs;
import org.carme.common.InvalidRequestException;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the samples, and what is known of the present. */
class UtilisationServiceTest {
    private final SettableClock clock = new SettableClock();
    private final Snapshot snapshot = new Snapshot();
    private final UtilisationService service = new UtilisationService();
    private int reads;

    @BeforeEach
    void see() {
        snapshot.cluster = new ClusterStatus();
        snapshot.queue = new QueueStatus();
        snapshot.clock = clock;
        service.snapshot = snapshot;
        service.queue = snapshot.queue;
        service.clock = clock;
        service.samples = new Samples() {
            @Override
            Map<String, List<Point>> read(Instant from, Instant to, Duration step) {
                reads++;
                return Map.of();
            }

            @Override
            boolean take() {
                return true;
            }
        };
        snapshot.cluster.seen(List.of(TestNodes.node("node01", "gpu", Map.of("a100", 4))), clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 2", "24, 10", "168, 60", "720, 240", "17520, 10080"})
    void takesStepsOfWhichSomeHundredFit(int hours, int minutes) {
        Series series = service.past(hours);

        assertThat(series.step()).hasMinutes(minutes);
        assertThat(Duration.between(series.from(), series.to()).dividedBy(series.step()))
                .isBetween(60L, 201L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 17_521})
    void refusesTimesOfWhichItCannotTell(int hours) {
        assertThatThrownBy(() -> service.past(hours)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void readsARangeOnceUntilTheNextSampleHoweverManyAsk() {
        service.past(6);
        service.past(6);
        assertThat(reads).isEqualTo(1);
        service.past(24);
        service.sample();
        service.past(6);
        assertThat(reads).as("another range, another sample").isEqualTo(3);
        clock.forward(Duration.ofMinutes(1));
        service.past(6);
        assertThat(reads).as("nobody takes samples").isEqualTo(4);
    }

    @Test
    void keepsFewOfTheRangesThatProgramsMayAskFor() {
        for (int hours = 1; hours <= 20; hours++) {
            service.past(hours);
        }
        service.past(1);
        service.past(20);

        assertThat(reads).isEqualTo(21);
    }

    @Test
    void forecastsOnlyWhatItKnows() {
        assertThat(service.forecast().isEmpty()).as("nobody has seen the jobs").isTrue();
        snapshot.queue.seenAll(List.of(), clock.instant());
        assertThat(service.forecast().isEmpty()).isFalse();
        clock.forward(Duration.ofMinutes(2));
        assertThat(service.forecast().isEmpty()).as("nodes of two minutes ago").isTrue();
    }

    @Test
    void knowsNothingWhileTheSchedulerIsAway() {
        snapshot.queue.seenAll(List.of(), clock.instant());
        assertThat(snapshot.loads()).isNotEmpty();
        snapshot.cluster.away(clock.instant());

        assertThat(snapshot.loads()).isEmpty();
    }

    @Test
    void countsAllThatIsAskedFor() {
        snapshot.queue.seenAll(
                List.of(
                        TestSchedulerJobs.waiting("1", TestSchedulerJobs.of(2, "a100", 4), 10),
                        TestSchedulerJobs.waiting("2", TestSchedulerJobs.of(1, "gpu", 2), 10)),
                clock.instant());

        assertThat(snapshot.loads().keySet()).containsExactly("a100", "gpu", "cpu");
        assertThat(snapshot.loads().get("a100")).isEqualTo(new Load(4, 0, 4, 0, OptionalDouble.of(4)));
        assertThat(snapshot.loads().get("gpu"))
                .as("of whatever type")
                .isEqualTo(new Load(0, 0, 0, 0, OptionalDouble.of(2)));
        assertThat(snapshot.loads().get("cpu").queued()).hasValue(6);
    }
}
