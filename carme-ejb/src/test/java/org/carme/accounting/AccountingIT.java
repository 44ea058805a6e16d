package org.carme.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.carme.cluster.Allotment;
import org.carme.cluster.SchedulerException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.templates.Charge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the accounting's records to the sums of a month, whatever goes wrong between. */
class AccountingIT {
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Duration WINDOW = Duration.ofHours(1);

    private final SettableClock clock = midMonth();
    private final Instant now = clock.instant();
    private final Ledger ledger = new Ledger();
    private TestDatabase database;
    private TestAccounting accounting;
    private AccountingImport imports;

    private static SettableClock midMonth() {
        SettableClock clock = new SettableClock();
        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-03-20T12:00:00Z")));
        return clock;
    }

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void open() {
        database = database();
        accounting = new TestAccounting(database, clock);
        imports = accounting.imports(ledger, tag -> switch (tag) {
            case "carme:project" -> Optional.of(Charge.project("deep-sea"));
            case "carme:group" -> Optional.of(Charge.group("lab"));
            default -> Optional.empty();
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int run() {
        return accounting.run(imports, Optional.empty());
    }

    private int keep(AccountedWindow window) {
        return imports.keep(window, (run, why) -> {
            throw why;
        });
    }

    private StatementSum total() {
        return accounting.statement(MONTH).total();
    }

    private Instant before(Duration duration) {
        return now.minus(duration);
    }

    @Test
    void readsAnythingAnyNumberOfTimesAndKeepsItOnce() {
        ledger.add(Ledger.run("1", before(Duration.ofHours(30))));
        ledger.add(Ledger.run("2", before(Duration.ofMinutes(20))));

        assertThat(run()).isEqualTo(2);
        StatementSum first = total();
        assertThat(first).isEqualTo(new StatementSum(2, 2 * 2 * 3600, 2 * 4 * 3600));
        assertThat(run()).as("nothing is new").isZero();
        assertThat(accounting.run(imports, Optional.of(Duration.ofDays(300)))).isZero();
        assertThat(total()).isEqualTo(first);
        assertThat(accounting.mark().importedUntil()).isEqualTo(now);
    }

    @Test
    void keepsBothJobsOfAnIdThatWasGivenOutTwice() {
        ledger.add(Ledger.run("7", before(Duration.ofHours(30))));
        ledger.add(Ledger.run("7", before(Duration.ofHours(10))));
        run();

        assertThat(total().jobs()).isEqualTo(2);
    }

    @Test
    void keepsAllTasksOfAnArray() {
        for (int task = 1; task <= 1200; task++) {
            ledger.add(Ledger.run(Integer.toString(task), before(Duration.ofHours(2))));
        }
        assertThat(run()).isEqualTo(1200);
        assertThat(total().jobs()).isEqualTo(1200);
    }

    @Test
    void followsARecordThatIsCorrectedLater() {
        ledger.add(Ledger.run("1", before(Duration.ofHours(2)), before(Duration.ofHours(1)), ""));
        run();
        Ledger corrected = new Ledger();
        corrected.add(Ledger.run("1", before(Duration.ofHours(2)), before(Duration.ofMinutes(30)), "carme:group"));
        AccountingImport again = accounting.imports(corrected, tag -> Optional.of(Charge.group("lab")));

        assertThat(accounting.run(again, Optional.empty())).isEqualTo(1);
        assertThat(accounting.statement(MONTH).lines()).singleElement().satisfies(line -> {
            assertThat(line.group()).isEqualTo("lab");
            assertThat(line.sum()).isEqualTo(new StatementSum(1, 2 * 5400, 4 * 5400));
        });
    }

    @Test
    void losesNothingWhenTheAccountingGoesAwayInTheMiddle() {
        for (int day = 1; day < 100; day++) {
            ledger.add(Ledger.run(Integer.toString(day), before(Duration.ofDays(day))));
        }
        for (int number = 0; number < 20; number += 3) {
            ledger.failAfter(number);
            assertThatThrownBy(this::run).isInstanceOf(SchedulerException.class);
        }
        ledger.failAfter(Integer.MAX_VALUE);
        run();

        long all = 0;
        for (YearMonth month = MONTH; month.isAfter(YearMonth.of(2025, 8)); month = month.minusMonths(1)) {
            all += accounting.statement(month).total().jobs();
        }
        assertThat(all).isEqualTo(99);
    }

    @Test
    void asksForLessAtOnceAfterAFailure() {
        run();
        Duration usual = accounting.mark().window();
        ledger.failAfter(0);
        assertThatThrownBy(this::run).isInstanceOf(SchedulerException.class);

        assertThat(accounting.mark().window()).isEqualTo(usual.dividedBy(2));
    }

    @Test
    void isStuckOnceNothingComesAndHoursAreMissing() {
        run();
        ledger.failAfter(0);
        clock.forward(Duration.ofHours(1));
        assertThat(isStuck()).as("a short outage").isFalse();
        clock.forward(Duration.ofHours(2));
        assertThat(isStuck()).isTrue();
        ImportPlan plan = imports.plan(Optional.empty());
        keep(new AccountedWindow(clock.instant().minus(Duration.ofMinutes(150)), List.of(), WINDOW, false));
        assertThat(imports.isStuck(plan)).as("it still gets further").isFalse();
    }

    private boolean isStuck() {
        ImportPlan plan = imports.plan(Optional.empty());
        assertThatThrownBy(() -> imports.first(plan.from())).isInstanceOf(SchedulerException.class);
        return imports.isStuck(plan);
    }

    @Test
    void looksOnceADayForRecordsThatCameLate() {
        run();
        ledger.add(Ledger.run("1", before(Duration.ofDays(2))));
        assertThat(run()).as("the same day").isZero();
        clock.forward(Duration.ofDays(1));

        assertThat(run()).isEqualTo(1);
    }

    @Test
    void looksForLateRecordsAgainUntilItHasCome() {
        run();
        ledger.add(Ledger.run("1", before(Duration.ofDays(2))));
        clock.forward(Duration.ofDays(1));
        ledger.failAfter(0);
        assertThatThrownBy(this::run).isInstanceOf(SchedulerException.class);
        ledger.failAfter(Integer.MAX_VALUE);

        assertThat(run()).isEqualTo(1);
    }

    @Test
    void forgetsWhatAClockThatWasAheadBelieved() {
        clock.forward(Duration.ofDays(3));
        run();
        clock.forward(Duration.ofDays(-3).plus(Duration.ofHours(2)));
        ledger.add(Ledger.run("1", now.plus(Duration.ofHours(1))));
        run();

        assertThat(accounting.mark().importedUntil()).isEqualTo(clock.instant());
        clock.forward(Duration.ofHours(2));
        ledger.add(Ledger.run("2", clock.instant().minusSeconds(1800)));
        run();
        assertThat(total().jobs()).isEqualTo(2);
    }

    @Test
    void missesNothingWhileAClockIsBehind() {
        run();
        ledger.add(Ledger.run("1", now.plus(Duration.ofHours(1))));
        clock.forward(Duration.ofHours(-30));
        run();
        clock.forward(Duration.ofHours(32));
        run();

        assertThat(total().jobs()).isEqualTo(1);
    }

    @Test
    void dividesARunAtMidnightOfTheSite() {
        Instant midnight = Instant.parse("2025-12-31T23:00:00Z");
        ledger.add(Ledger.run("1", midnight.minusSeconds(600), midnight.plusSeconds(3000), ""));
        run();

        assertThat(accounting.statement(YearMonth.of(2025, 12)).total())
                .isEqualTo(new StatementSum(0, 2 * 600, 4 * 600));
        assertThat(accounting.statement(JANUARY).total()).isEqualTo(new StatementSum(1, 2 * 3000, 4 * 3000));
    }

    @Test
    void sumsUpAnewWhenTheSiteMoves() {
        Instant midnight = Instant.parse("2025-12-31T23:00:00Z");
        ledger.add(Ledger.run("1", midnight, midnight.plusSeconds(1800), ""));
        run();
        assertThat(accounting.statement(JANUARY).total().jobs()).isEqualTo(1);
        accounting.moveTo("UTC");
        run();

        assertThat(accounting.statement(JANUARY).total().jobs()).isZero();
        assertThat(accounting.statement(YearMonth.of(2025, 12)).total().jobs()).isEqualTo(1);
    }

    @Test
    void sumsUpOnlyTheDaysOfWhichSomethingIsNew() {
        ledger.add(Ledger.run("1", before(Duration.ofDays(40))));
        ledger.add(Ledger.run("2", before(Duration.ofDays(4))));
        run();
        ledger.add(Ledger.run("3", before(Duration.ofMinutes(5))));
        ImportPlan plan = imports.plan(Optional.empty());
        keep(imports.first(plan.from()));

        assertThat(accounting.sumUp()).containsExactly(LocalDate.ofInstant(now, ZoneId.of(TestAccounting.ZONE)));
        assertThat(accounting.sumUp()).isEmpty();
    }

    @Test
    void sumsUpAfterACrashBetweenTheSteps() {
        ledger.add(Ledger.run("1", before(Duration.ofHours(3))));
        AccountedWindow window = imports.first(imports.plan(Optional.empty()).from());
        keep(window);
        while (!window.last()) {
            window = imports.after(window);
            keep(window);
        }
        assertThat(total().jobs()).isZero();

        assertThat(run()).isZero();
        assertThat(total().jobs()).isEqualTo(1);
    }

    @Test
    void tellsProjectsGroupsAndTheTerminalApart() {
        ledger.add(Ledger.run("1", before(Duration.ofHours(3)), before(Duration.ofHours(2)), "carme:project"));
        ledger.add(Ledger.run("2", before(Duration.ofHours(3)), before(Duration.ofHours(2)), "carme:group"));
        ledger.add(Ledger.run("3", before(Duration.ofHours(3)), before(Duration.ofHours(2)), ""));
        ledger.add(Ledger.of(
                new Ledger.Sender("4", "alice", ""),
                before(Duration.ofHours(3)),
                before(Duration.ofHours(2)),
                new Allotment("lab", 1, 1, 8, 0, Map.of())));
        run();

        Statement statement = accounting.statement(MONTH);
        assertThat(statement.by(StatementBy.PROJECT).keySet())
                .containsExactly(
                        new StatementPart("deep-sea", "", "", "a100"),
                        new StatementPart("", "lab", "", "a100"),
                        new StatementPart("", "", "", ""),
                        new StatementPart("", "", "", "a100"));
        assertThat(statement.by(StatementBy.USER))
                .containsEntry(new StatementPart("", "", "alice", ""), new StatementSum(1, 0, 8 * 3600));
        assertThat(statement.by(StatementBy.TYPE))
                .containsEntry(new StatementPart("", "", "", "a100"), new StatementSum(3, 3 * 7200, 3 * 4 * 3600));
    }

    @Test
    void keepsNothingThatMakesNoSense() {
        Instant end = before(Duration.ofHours(1));
        Allotment allotment = new Allotment("lab", 1, 1, 1, 0, Map.of());
        ledger.add(Ledger.of(new Ledger.Sender("1", "root", ""), end, end, allotment));
        ledger.add(Ledger.of(new Ledger.Sender("", "bob", ""), end, end, allotment));
        ledger.add(Ledger.of(new Ledger.Sender("2", "bob", ""), end.plusSeconds(60), end, allotment));
        ledger.add(Ledger.of(new Ledger.Sender("3", "<b>", ""), end, end, allotment));
        assertThat(run()).isZero();
    }

    @Test
    void keepsARunThatTookLongerThanAnyStatementReaches() {
        ledger.add(Ledger.run("1", Instant.parse("2001-01-01T00:00:00Z"), now.minusSeconds(60), ""));
        assertThat(run()).isEqualTo(1);
        assertThat(accounting.statement(YearMonth.of(2025, 12)).total().acceleratorSeconds())
                .isEqualTo(31L * 24 * 3600 * 2);
    }

    @Test
    void countsOnceWhatTwoImportsReadAtOnce() {
        for (int job = 1; job <= 600; job++) {
            ledger.add(Ledger.run(Integer.toString(job), before(Duration.ofMinutes(job * 30L))));
        }
        List<CompletableFuture<Integer>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(CompletableFuture.supplyAsync(this::run));
        }
        int changed = both.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(changed).isEqualTo(600);
        assertThat(total().jobs()
                        + accounting.statement(YearMonth.of(2025, 12)).total().jobs())
                .isEqualTo(600);
    }

    @Test
    void readsInHalvesWhatIsTooMuchAtOnce() {
        imports.most = 100;
        for (int job = 1; job <= 250; job++) {
            ledger.add(Ledger.run(Integer.toString(job), before(Duration.ofSeconds(600 + job))));
        }
        assertThat(run()).isEqualTo(250);
        assertThat(total().jobs()).isEqualTo(250);
    }

    @Test
    void forgetsWhoseItWas() {
        ledger.add(Ledger.run("1", before(Duration.ofHours(3)), before(Duration.ofHours(2)), "carme:project"));
        run();
        AccountingData data = new AccountingData();
        accounting.ask(own -> {
            data.runs = new AccountingRepository(own);
            data.days = new UsageDayRepository(own);
            assertThat(data.people()).containsExactly("bob");
            assertThat(data.part("bob", Optional.empty()).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.getString("slurmJobId")).isEqualTo("1"));
            assertThat(data.count("bob")).isEqualTo(2);
            data.forget("bob", "left-1");
            assertThat(data.people()).isEmpty();
            return data.count("bob");
        });

        AccountingImport later = accounting.imports(ledger, tag -> Optional.empty());
        assertThat(accounting.run(later, Optional.of(Duration.ofDays(2))))
                .as("read again, the name stays forgotten")
                .isZero();
        assertThat(accounting.statement(MONTH).by(StatementBy.PROJECT).keySet())
                .as("as does who is charged")
                .containsExactly(new StatementPart("deep-sea", "", "", "a100"));
        assertThat(accounting.statement(MONTH).lines())
                .extracting(StatementLine::user)
                .containsOnly("left-1");
    }
}
