package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.estimates.Estimate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of estimates, and how good they are said to be. */
class StartEstimatesIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final Instant now = clock.instant();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void comparesEstimatesWithStarts() {
        for (int minutes = 1; minutes <= 10; minutes++) {
            start(Duration.ofMinutes(minutes % 2 == 0 ? minutes : -minutes));
        }

        EstimateQuality quality = in(StartEstimates::quality);
        assertThat(quality.starts()).isEqualTo(10);
        assertThat(quality.median()).as("early is as wrong as late").hasMinutes(5);
        assertThat(quality.ninth()).hasMinutes(9);
    }

    @Test
    void comparesNothingThatHasNotStartedAndNothingOld() {
        keep(add(TestJobs.job()), now);
        assertThat(in(StartEstimates::quality).starts()).isZero();
        start(Duration.ofMinutes(1));
        assertThat(in(StartEstimates::quality).starts()).isEqualTo(1);
        clock.forward(Duration.ofDays(31));
        assertThat(in(StartEstimates::quality).starts()).isZero();
    }

    @Test
    void keepsTheFirstEstimateOfARepeatedStart() {
        JobId job = start(Duration.ofMinutes(3));
        keep(job, now.plus(Duration.ofHours(1)));

        assertThat(in(StartEstimates::quality).median()).hasMinutes(3);
    }

    @Test
    void keepsNothingWhereNothingWasEstimated() {
        JobId job = add(TestJobs.job());
        in(estimates -> {
            estimates.keep(job, estimate(Optional.empty()));
            return null;
        });
        clock.forward(Duration.ofDays(100));

        assertThat(purge(1)).isZero();
    }

    @Test
    void forgetsAfterThreeMonths() {
        start(Duration.ZERO);
        assertThat(purge(1)).isZero();
        clock.forward(Duration.ofDays(91));

        assertThat(purge(1)).isEqualTo(1);
    }

    @Test
    void forgetsNoMoreAtATimeThanWanted() {
        for (int i = 0; i < 5; i++) {
            start(Duration.ZERO);
        }
        clock.forward(Duration.ofDays(91));

        assertThat(List.of(purge(2), purge(2), purge(2), purge(2))).containsExactly(2, 2, 1, 0);
    }

    private int purge(int most) {
        return in(estimates -> estimates.purge(most));
    }

    /** @param late how much later than estimated */
    private JobId start(Duration late) {
        Job job = TestJobs.job();
        job.registered("42");
        job.observe(TestJobs.running(job, now.plus(late)), now);
        JobId id = add(job);
        keep(id, now);
        return id;
    }

    private JobId add(Job job) {
        try (EntityManager entityManager = database.open()) {
            return TestDatabase.inTransaction(
                    entityManager,
                    () -> new JobRepository(entityManager).add(job).summary().id());
        }
    }

    private void keep(JobId job, Instant startsAt) {
        in(estimates -> {
            estimates.keep(job, estimate(Optional.of(startsAt)));
            return null;
        });
    }

    private Estimate estimate(Optional<Instant> startsAt) {
        return new Estimate(now, startsAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private <T> T in(Function<StartEstimates, T> action) {
        try (EntityManager entityManager = database.open()) {
            StartEstimates estimates = new StartEstimates();
            estimates.estimates = new StartEstimateRepository(entityManager);
            estimates.clock = clock;
            return TestDatabase.inTransaction(entityManager, () -> action.apply(estimates));
        }
    }
}
