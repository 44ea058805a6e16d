package org.carme.executions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.carme.audit.TestAudit;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which executions begin, stop and count as failed, with several portals on one database. */
class ExecutionRecordsIT {
    private static final String JOB = "clean-up";
    private static final String POISON = "poison".repeat(100);

    private final TestDatabase database = new TestDatabase();
    private final RuntimeTables runtime = new RuntimeTables(database);
    private final SettableClock clock = new SettableClock();
    private final ThisPortal one = new ThisPortal();
    private final ThisPortal other = new ThisPortal();

    @BeforeEach
    void open() {
        List.of(one, other)
                .forEach(portal -> portals(rows -> {
                    rows.add(portal);
                    return true;
                }));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void beginsOneOfTwoThatAreWantedAtOnce() {
        List<CompletableFuture<Boolean>> wishes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        Retry.onConflict(() -> reserve(i % 2 == 0 ? one : other, Launch.by("admin", JOB, Map.of())))))
                .toList();

        assertThat(wishes.stream().map(CompletableFuture::join).filter(taken -> taken))
                .hasSize(1);
        assertThat(runtime.count("audit_entries")).isEqualTo(1);
    }

    @Test
    void beginsOneOfTwoThatHaveBothFoundNothing() {
        AtomicBoolean isFirst = new AtomicBoolean(true);

        boolean second = Retry.onConflict(() -> in(
                one,
                own -> new RunRepository(own) {
                    @Override
                    Optional<Slot> lockSlot(String job) {
                        Optional<Slot> found = super.lockSlot(job);
                        if (isFirst.getAndSet(false)) {
                            assertThat(found).isEmpty();
                            assertThat(reserve(other, Launch.by("admin", JOB, Map.of())))
                                    .isTrue();
                        }
                        return found;
                    }
                },
                records -> records.reserve(Launch.by("admin", JOB, Map.of()))));

        assertThat(second).isFalse();
        assertThat(runtime.count("audit_entries")).isEqualTo(1);
    }

    @Test
    void beginsTheNextOnceTheLastHasEndedOrItsPortalIsDead() {
        assertThat(begin(one, 1)).isTrue();
        assertThat(begin(other, 2)).as("it runs").isFalse();
        runtime.change("UPDATE JBATCHEXECUTIONINSTANCEDATA SET batchstatus = 'COMPLETED' WHERE jobexecid = 1");
        assertThat(begin(other, 3)).as("it has ended").isTrue();
        die(other);
        assertThat(begin(one, 4)).as("its portal is dead").isTrue();
    }

    @Test
    void holdsAReservationOnlyForAMinute() {
        assertThat(reserve(one, launch())).isTrue();
        assertThat(reserve(one, launch())).isFalse();
        clock.forward(Duration.ofSeconds(61));
        assertThat(reserve(other, launch())).isTrue();
    }

    @Test
    void failsOnlyWhatDeadPortalsHaveLeft() {
        begin(one, 1);
        runtime.add(2, JOB, "STARTED", clock.instant());
        in(other, records -> {
            records.know(2, JOB);
            return true;
        });
        runtime.add(3, "of an earlier version", "STARTED", clock.instant().minus(Duration.ofHours(1)));
        runtime.add(4, "just begun", "STARTED", clock.instant());
        die(other);

        assertThat(in(one, ExecutionRecords::failLeftOvers)).containsExactly(2L, 3L);

        assertThat(details(2).orElseThrow().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(details(2).orElseThrow().verdict()).contains(Verdict.PORTAL_DIED);
        assertThat(in(one, ExecutionRecords::failLeftOvers)).isEmpty();
    }

    @Test
    void failsWhatWasLostWhileTheDatabaseWasAway() {
        begin(one, 1);

        says(one, records -> {
            records.failLost(1);
            return true;
        });

        assertThat(details(1).orElseThrow().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(details(1).orElseThrow().verdict()).contains(Verdict.DATABASE_WAS_AWAY);
    }

    @Test
    void listsThoseOfOneJobOrOfAllNewestFirst() {
        for (int number = 1; number <= 6; number++) {
            runtime.add(number, number % 2 == 0 ? JOB : "other", "COMPLETED", clock.instant());
        }
        runtime.knowAll();

        assertThat(listed(Optional.empty(), 5, 3)).containsExactly(4L, 3L, 2L);
        assertThat(listed(Optional.of(JOB), 6, 3)).containsExactly(4L, 2L);
        assertThat(listed(Optional.of("unknown"), 6, 3)).isEmpty();
    }

    private List<Long> listed(Optional<String> job, long before, int most) {
        try (EntityManager own = database.open()) {
            return new ExecutionRepository(own)
                    .list(new ExecutionQuery(job, false), before, most).stream()
                            .map(row -> row.summary().id())
                            .toList();
        }
    }

    @Test
    void goesOnWithWhatIsLeftUntilItsJobHasBegunAgain() {
        begin(other, 1);
        die(other);
        in(one, ExecutionRecords::failLeftOvers);

        assertThat(leftOvers()).as("found again by each look").containsExactly(1L);
        assertThat(leftOvers()).containsExactly(1L);
        runtime.add(2, "of another job", "COMPLETED", clock.instant());
        assertThat(leftOvers()).containsExactly(1L);
        begin(one, 3);
        assertThat(leftOvers()).isEmpty();
    }

    @Test
    void leavesAloneWhatWasToStopOrIsOld() {
        begin(other, 1);
        says(other, records -> {
            records.wantStop(1, JOB, "admin");
            return true;
        });
        runtime.add(2, "of an earlier version", "STARTED", clock.instant().minus(Duration.ofHours(1)));
        die(other);
        in(one, ExecutionRecords::failLeftOvers);

        assertThat(leftOvers()).containsExactly(2L);
        clock.forward(Duration.ofMinutes(61));
        assertThat(leftOvers()).isEmpty();
    }

    private List<Long> leftOvers() {
        return in(one, ExecutionRecords::leftOvers).stream()
                .map(ExecutionRecords.LeftOver::execution)
                .toList();
    }

    private void die(ThisPortal portal) {
        portals(rows -> {
            rows.remove(portal.id());
            return true;
        });
    }

    @Test
    void stopsAndFailsWhatTakesTooLong() {
        begin(one, 1);
        assertThat(says(one, records -> records.mustStop(1))).isFalse();
        clock.forward(Duration.ofMinutes(61));
        assertThat(says(one, records -> records.mustStop(1))).isTrue();
        assertThat(details(1).orElseThrow().status()).isEqualTo(ExecutionStatus.FAILED);
        runtime.change("UPDATE JBATCHEXECUTIONINSTANCEDATA SET batchstatus = 'STOPPED' WHERE jobexecid = 1");

        assertThat(says(one, records -> records.isGoing(1))).isFalse();

        assertThat(runtime.text("SELECT exitstatus FROM JBATCHEXECUTIONINSTANCEDATA WHERE jobexecid = 1"))
                .isEqualTo("TOO LONG");
    }

    @Test
    void keepsWhoWantedWhat() {
        runtime.add(1, JOB, "STARTED", clock.instant());
        Launch launch = Launch.by("admin", JOB, Map.of("days", "3", "mode", "a=b"));
        in(one, records -> {
            records.begun(1, launch, Optional.empty());
            records.wantStop(1, JOB, "carla");
            records.wantStop(1, JOB, "bob");
            return true;
        });

        ExecutionRow row = details(1).orElseThrow();

        assertThat(row.parameters()).containsExactlyInAnyOrderEntriesOf(Map.of("days", "3", "mode", "a=b"));
        assertThat(row.summary().origin()).isEqualTo(new ExecutionSummary.Origin(Cause.ADMINISTRATOR, "admin"));
        assertThat(row.stopWish()).contains(new ExecutionDetails.StopWish(clock.instant(), "carla"));
        assertThat(row.timeLimit()).isEmpty();
        assertThat(runtime.count("audit_entries")).isEqualTo(1);
    }

    @Test
    void keepsTheLastThousandLines() {
        begin(one, 1);
        List<LogLine> lines = IntStream.rangeClosed(1, 700)
                .mapToObj(i -> new LogLine(clock.instant(), "one", "line " + i))
                .toList();
        StepDetails.Counts counts = new StepDetails.Counts(0, 5, 1);
        StepNews.Skip skip = new StepNews.Skip(POISON, "It fails", clock.instant());
        StepNews news = new StepNews("one", counts, new StepDetails.Progress(1, 2), lines, List.of(skip));
        tell(news);
        tell(new StepNews("one", counts, new StepDetails.Progress(2, 2), lines, List.of()));

        try (EntityManager own = database.open()) {
            ExecutionRepository rows = new ExecutionRepository(own);
            assertThat(rows.log(1))
                    .hasSize(1000)
                    .first()
                    .extracting(LogLine::words)
                    .isEqualTo("line 401");
            assertThat(rows.skipped(1, 10))
                    .extracting(SkippedItem::item)
                    .containsExactly(POISON.substring(0, 499) + "…");
            StepDetails step = rows.steps(1).get(0);
            assertThat(step.counts()).isEqualTo(new StepDetails.Counts(1, 5, 1));
            assertThat(step.progress()).isEqualTo(new StepDetails.Progress(2, 2));
        }
    }

    private void tell(StepNews news) {
        try (EntityManager own = database.open()) {
            StepRecords records = new StepRecords();
            records.reports = new ReportRepository(own);
            TestDatabase.inTransaction(own, () -> {
                records.tell(1, news);
                return true;
            });
        }
    }

    private Launch launch() {
        return Launch.byPortal(JOB, Map.of());
    }

    private boolean begin(ThisPortal portal, long number) {
        if (!reserve(portal, launch())) {
            return false;
        }
        runtime.add(number, JOB, "STARTED", clock.instant());
        return in(portal, records -> {
            records.begun(number, launch(), Optional.of(Duration.ofHours(1)));
            return true;
        });
    }

    private boolean reserve(ThisPortal portal, Launch launch) {
        return in(portal, records -> records.reserve(launch));
    }

    private Optional<ExecutionRow> details(long id) {
        try (EntityManager own = database.open()) {
            return new ExecutionRepository(own).find(id);
        }
    }

    private <T> T in(ThisPortal portal, Function<ExecutionRecords, T> action) {
        return in(portal, RunRepository::new, action);
    }

    private <T> T in(
            ThisPortal portal, Function<EntityManager, RunRepository> runs, Function<ExecutionRecords, T> action) {
        try (EntityManager own = database.open()) {
            ExecutionRecords records = new ExecutionRecords();
            records.runs = runs.apply(own);
            records.portals = new PortalRepository(own);
            records.self = portal;
            records.audit = TestAudit.on(own, clock);
            records.clock = clock;
            return TestDatabase.inTransaction(own, () -> action.apply(records));
        }
    }

    private boolean says(ThisPortal portal, Predicate<ExecutionRecords> question) {
        return in(portal, question::test);
    }

    private <T> T portals(Function<PortalRepository, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(new PortalRepository(own)));
        }
    }
}
