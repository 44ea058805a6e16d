package org.carme.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A waiting job's place in the queue. */
class QueuePictureTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Allotment ONE = TestSchedulerJobs.of(1, "a100", 1);

    @Test
    void countsByPriorityAndThenByAge() {
        QueuePicture picture = picture(
                TestSchedulerJobs.waiting("10", ONE, 5),
                TestSchedulerJobs.waiting("9", ONE, 5),
                TestSchedulerJobs.waiting("11", ONE, 7),
                TestSchedulerJobs.running("1", ONE, NOW.plusSeconds(60), "node01"));

        assertThat(picture.place("11", NOW)).contains(new QueuePlace(1, 3));
        assertThat(picture.place("9", NOW)).contains(new QueuePlace(2, 3));
        assertThat(picture.place("10", NOW)).contains(new QueuePlace(3, 3));
    }

    @Test
    void countsOnlyWhoIsInLineForTheSamePartition() {
        QueuePicture picture = picture(
                TestSchedulerJobs.waiting("1", ONE, 1),
                TestSchedulerJobs.waiting("2", ONE, 0),
                TestSchedulerJobs.in("cpu", TestSchedulerJobs.waiting("3", ONE, 9)),
                TestSchedulerJobs.in("cpu,gpu", TestSchedulerJobs.waiting("4", ONE, 9)));

        assertThat(picture.place("1", NOW)).contains(new QueuePlace(2, 2));
        assertThat(picture.place("3", NOW)).contains(new QueuePlace(1, 2));
        assertThat(picture.place("4", NOW)).contains(new QueuePlace(2, 3));
    }

    @Test
    void inventsNoPlace() {
        QueuePicture picture = picture(
                TestSchedulerJobs.waiting("1", ONE, 0),
                TestSchedulerJobs.running("2", ONE, NOW.plusSeconds(60), "node01"),
                TestSchedulerJobs.waiting("3", ONE, 1));

        assertThat(picture.place("1", NOW)).as("held").isEmpty();
        assertThat(picture.place("2", NOW)).as("running").isEmpty();
        assertThat(picture.place("4", NOW)).as("not known").isEmpty();
        assertThat(picture.place("3", NOW.plus(Duration.ofMinutes(6))))
                .as("old")
                .isEmpty();
        assertThat(new QueuePicture(Instant.EPOCH, Map.of("3", picture.jobs().get("3"))).place("3", NOW))
                .as("nobody else's jobs were seen")
                .isEqualTo(Optional.empty());
    }

    private static QueuePicture picture(SchedulerJob... jobs) {
        return QueuePicture.of(List.of(jobs), NOW);
    }
}
