package org.carme.batch.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.carme.accounting.AccountingImport;
import org.carme.accounting.ImportPlan;
import org.carme.accounting.Imported;
import org.carme.batch.Silence;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ImportRunsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");

    private final ImportRuns batchlet = Silence.around(new ImportRuns());
    private Optional<Duration> back = Optional.empty();
    private Optional<Kind> fault = Optional.empty();
    private boolean done;

    @BeforeEach
    void haveThreeHours() {
        batchlet.accounting = new AccountingImport() {
            @Override
            public ImportPlan plan(Optional<Duration> asked) {
                back = asked;
                return new ImportPlan(BEGIN, "2026-01-05");
            }

            @Override
            public Imported next(Instant from) {
                Instant to = from.plus(Duration.ofHours(1));
                if (!from.equals(BEGIN) && fault.isPresent()) {
                    throw new SchedulerException(fault.get(), "as the test wants it", null);
                }
                return new Imported(to, 10, 4, to.equals(BEGIN.plus(Duration.ofHours(3))));
            }

            @Override
            public void done(ImportPlan plan) {
                done = true;
            }
        };
    }

    @Test
    void importsUntilThePresent() {
        assertThat(batchlet.process()).isEqualTo("READ 30, CHANGED 12");
        assertThat(done).isTrue();
    }

    @Test
    void leavesTheRestToTheNextRunWhileTheAccountingIsAway() {
        fault = Optional.of(Kind.UNREACHABLE);
        assertThat(batchlet.process()).isEqualTo("READ 10, CHANGED 4, ACCOUNTING AWAY");
        assertThat(done).isFalse();
    }

    @Test
    void failsWhenItMayNotRead() {
        fault = Optional.of(Kind.NOT_PERMITTED);
        assertThatThrownBy(batchlet::process).isInstanceOf(SchedulerException.class);
    }

    @Test
    void importsNothingOnceStopped() {
        batchlet.stop();
        assertThat(batchlet.process()).isEqualTo("READ 0, CHANGED 0");
        assertThat(done).isFalse();
    }

    @Test
    @Timeout(10)
    void waitsForNoAnswerOnceStopped() {
        CompletableFuture<Imported> never = new CompletableFuture<>();
        batchlet.accounting = new AccountingImport() {
            @Override
            public ImportPlan plan(Optional<Duration> asked) {
                return new ImportPlan(BEGIN, "2026-01-05");
            }

            @Override
            public Imported next(Instant from) {
                batchlet.stop();
                return never.join();
            }
        };

        assertThat(batchlet.process()).isEqualTo("READ 0, CHANGED 0");
        never.complete(null);
    }

    @Test
    void readsSoManyDaysAgainAsSomebodySays() {
        batchlet.days = "30";
        batchlet.process();
        assertThat(back).contains(Duration.ofDays(30));
    }

    @Test
    void refusesDaysThatAreNone() {
        for (String days : new String[] {"-1", "401", "a", "1.5", "99999999999"}) {
            batchlet.days = days;
            assertThatThrownBy(batchlet::process).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
