package org.carme.executions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which executions are removed, and how long that takes. */
class RetentionIT {
    private static final int PART = 1000;

    private final TestDatabase database = new TestDatabase();
    private final RuntimeTables runtime = new RuntimeTables(database);
    private final SettableClock clock = new SettableClock();
    private final Instant old = clock.instant().minus(Duration.ofDays(40));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTheLastTwentyOfEachJobAndThoseOfThirtyDays() {
        for (int number = 1; number <= 50; number++) {
            runtime.add(number, number % 2 == 0 ? "often" : "never-again", "COMPLETED", old.plusSeconds(number));
        }
        for (int number = 51; number <= 71; number++) {
            runtime.add(number, "often", "COMPLETED", clock.instant());
        }
        runtime.add(72, "seldom", "FAILED", clock.instant());
        runtime.change("INSERT INTO JBATCHCHECKPOINTDATA (id) VALUES ('1,one,READER')");
        runtime.change("INSERT INTO JBATCHCHECKPOINTDATA (id) VALUES ('72,one,READER')");

        assertThat(removeAll(7)).as("25 often, 5 of the other").isEqualTo(30);

        assertThat(runtime.count("JBATCHEXECUTIONINSTANCEDATA")).isEqualTo(42);
        assertThat(runtime.count("JBATCHJOBINSTANCEDATA")).isEqualTo(42);
        assertThat(runtime.count("JBATCHSTEPSTATUS")).isEqualTo(42);
        assertThat(runtime.count("JBATCHJOBSTATUS")).isEqualTo(42);
        assertThat(in(Retention::removeCheckpoints)).isEqualTo(1);
        assertThat(removeAll(7)).isZero();
    }

    @Test
    void keepsWhatStillCountsAsRunning() {
        runtime.add(1, "stuck", "STARTED", old);
        runtime.addMany(2, 30, "stuck", old.plusSeconds(10));

        assertThat(removeAll(PART)).isEqualTo(10);
        assertThat(runtime.text("SELECT MIN(jobexecid) FROM JBATCHEXECUTIONINSTANCEDATA"))
                .isEqualTo("1");
    }

    @Test
    void removesTwentyThousandInSeconds() {
        runtime.addMany(1, 20_000, "submit-jobs", old);

        long begin = System.nanoTime();
        int removed = removeAll(PART);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(removed).isEqualTo(19_980);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private int removeAll(int most) {
        Retention.Kept kept = in(Retention::kept);
        Optional<Long> place = Optional.of(0L);
        int removed = 0;
        while (place.isPresent()) {
            long after = place.get();
            Retention.Part part = in(retention -> retention.remove(kept, after, most));
            removed += part.removed();
            place = part.last();
        }
        return removed;
    }

    private <T> T in(Function<Retention, T> action) {
        try (EntityManager own = database.open()) {
            Retention retention = new Retention();
            retention.rows = new RetentionRepository(own);
            retention.clock = clock;
            return TestDatabase.inTransaction(own, () -> action.apply(retention));
        }
    }
}
