package org.carme.joblogs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.jobs.JobId;
import org.carme.usage.TestUsageJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobLogIT {
    private static final JobId JOB = new JobId(1);
    private static final Instant END = TestUsageJobs.START;

    private final TestDatabase database = database();
    private final SettableClock clock = new SettableClock();

    TestDatabase database() {
        return new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void putsPiecesTogetherAlsoIfOneComesTwice() {
        append(0, "one\n");
        append(4, "two\n");
        append(4, "two\nthree\n");

        assertThat(tail()).isEqualTo(new LogTail("one\ntwo\nthree\n", false, Optional.of(END)));
    }

    @Test
    void keepsTheLast64KiB() {
        append(0, "x".repeat(60_000));
        append(60_000, "y".repeat(10_000));

        assertThat(tail().text()).hasSize(64 * 1024).endsWith("y".repeat(10_000));
        assertThat(tail().shortened()).isTrue();
    }

    @Test
    void beginsAnewWhereSomethingIsMissing() {
        append(0, "one\n");
        append(5_000_000_000L, "far\n");
        assertThat(tail().text()).isEqualTo("far\n");
        assertThat(tail().shortened()).isTrue();

        append(0, "emptied\n");
        assertThat(tail().text()).isEqualTo("emptied\n");
    }

    @Test
    void knowsWhichLogsAreReadAtPresent() {
        run(records -> {
            records.watch(JOB, END.plusSeconds(30));
            return null;
        });

        assertThat(watched()).containsExactly(JOB);
        assertThat(tail()).isEqualTo(LogTail.NONE);
        clock.forward(Duration.ofSeconds(31));
        assertThat(watched()).isEmpty();
    }

    @Test
    void goesWithTheTimeAndWithTheOwner() {
        job(1, Optional.of(END));
        job(2, Optional.empty());
        append(0, "old");
        assertThat(removed(END)).isZero();
        assertThat(removed(END.plusSeconds(1))).isEqualTo(1);

        append(0, "of somebody who leaves");
        try (EntityManager own = database.open()) {
            JobLogData data = new JobLogData();
            data.logs = new JobLogRepository();
            data.logs.entityManager = own;
            assertThat(data.count("alice")).isEqualTo(1);
            assertThat(data.part("alice", Optional.empty()).rows().get(0).getString("log"))
                    .isEqualTo("of somebody who leaves");
            TestDatabase.inTransaction(own, () -> {
                data.forget("alice", "left-1");
                return null;
            });
        }
        assertThat(tail()).isEqualTo(LogTail.NONE);
    }

    private void job(long id, Optional<Instant> ended) {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> {
                TestUsageJobs.insert(own, id, "alice", ended);
                return null;
            });
        }
    }

    private void append(long offset, String text) {
        run(records -> {
            records.append(JOB, new LogPiece(offset, text.getBytes(StandardCharsets.UTF_8)));
            return null;
        });
    }

    private int removed(Instant endedBefore) {
        return run(records -> records.removeEndedBefore(endedBefore, 10));
    }

    private Set<JobId> watched() {
        return run(JobLogRecords::watched);
    }

    private LogTail tail() {
        return run(records -> records.tail(JOB));
    }

    private <T> T run(Function<JobLogRecords, T> action) {
        try (EntityManager own = database.open()) {
            JobLogRecords records = new JobLogRecords();
            records.logs = new JobLogRepository();
            records.logs.entityManager = own;
            records.clock = clock;
            return TestDatabase.inTransaction(own, () -> action.apply(records));
        }
    }
}
