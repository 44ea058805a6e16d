package org.carme.batch.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.carme.accounting.AccountedWindow;
import org.carme.accounting.AccountingImport;
import org.carme.accounting.ImportPlan;
import org.carme.batch.Silence;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ImportRunsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<AccountedRun> TEN = Collections.nCopies(10, new AccountedRun("carme", null));

    private ImportRuns batchlet = Silence.around(new ImportRuns());
    private Optional<Duration> back = Optional.empty();
    private Optional<Kind> fault = Optional.empty();
    private final List<Instant> kept = new ArrayList<>();
    private Optional<Instant> poison = Optional.empty();
    private final List<String> again = new ArrayList<>();
    private boolean done;
    private boolean less;
    private boolean stuck;

    @BeforeEach
    void haveThreeHours() {
        batchlet.accounting = new ThreeHours();
        batchlet.clock = Clock.fixed(BEGIN.plus(HOUR.multipliedBy(26)), ZoneOffset.UTC);
    }

    @Test
    void importsUntilThePresent() {
        assertThat(batchlet.process()).isEqualTo("READ 30, CHANGED 12");
        assertThat(kept)
                .containsExactly(BEGIN.plus(HOUR), BEGIN.plus(HOUR.multipliedBy(2)), BEGIN.plus(HOUR.multipliedBy(3)));
        assertThat(done).isTrue();
        assertThat(less).isFalse();
    }

    @Test
    void goesOnWithoutARunThatCannotBeKept() {
        poison = Optional.of(BEGIN.plus(HOUR));

        assertThat(batchlet.process()).isEqualTo("READ 30, CHANGED 12");
        assertThat(Silence.skippedBy(batchlet)).containsExactly("7 2026-01-05T10:30:00Z");
        assertThat(done).isTrue();
    }

    @Test
    void keepsAloneTheRunThatIsTriedAgain() {
        batchlet = Silence.around(new ImportRuns(), "7 2026-01-05T10:30:00Z");
        haveThreeHours();

        assertThat(batchlet.process()).isEqualTo("READ 0, CHANGED 1");
        assertThat(again).containsExactly("7 2026-01-05T10:30:00Z");
        assertThat(kept).isEmpty();
    }

    @Test
    void saysHowManyDaysAreLeft() {
        batchlet.process();
        assertThat(Silence.progressOf(batchlet))
                .as("two days have begun; after two hours it is one, after three the present")
                .containsExactly(2L, 0L, 1L, 1L);
    }

    @Test
    void leavesTheRestToTheNextRunWhileTheAccountingIsAway() {
        fault = Optional.of(Kind.UNREACHABLE);
        assertThat(batchlet.process()).isEqualTo("READ 10, CHANGED 4, ACCOUNTING AWAY");
        assertThat(done).isFalse();
        assertThat(less).isTrue();
    }

    @Test
    void failsWhenTheAccountingHasBeenAwayForLong() {
        fault = Optional.of(Kind.UNREACHABLE);
        stuck = true;
        assertThatThrownBy(batchlet::process).isInstanceOf(SchedulerException.class);
        assertThat(less).isTrue();
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
        CompletableFuture<AccountedWindow> never = new CompletableFuture<>();
        batchlet.accounting = new AccountingImport() {
            @Override
            public ImportPlan plan(Optional<Duration> asked) {
                return new ImportPlan(BEGIN, BEGIN, "2026-01-05");
            }

            @Override
            public AccountedWindow first(Instant from) {
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

    private final class ThreeHours extends AccountingImport {
        @Override
        public ImportPlan plan(Optional<Duration> asked) {
            back = asked;
            return new ImportPlan(BEGIN, BEGIN, "2026-01-05");
        }

        @Override
        public AccountedWindow first(Instant from) {
            return new AccountedWindow(from.plus(HOUR), TEN, HOUR, false);
        }

        @Override
        public AccountedWindow after(AccountedWindow before) {
            fault.ifPresent(kind -> {
                throw new SchedulerException(kind, "as the test wants it", null);
            });
            Instant to = before.to().plus(HOUR);
            return new AccountedWindow(to, TEN, HOUR, to.equals(BEGIN.plus(Duration.ofHours(3))));
        }

        @Override
        public int keep(AccountedWindow window, BiConsumer<String, RuntimeException> skipped) {
            if (poison.filter(window.to()::equals).isPresent()) {
                skipped.accept("7 2026-01-05T10:30:00Z", new IllegalStateException("poison"));
            }
            kept.add(window.to());
            return 4;
        }

        @Override
        public int keepAgain(String name) {
            again.add(name);
            return 1;
        }

        @Override
        public void askForLess() {
            less = true;
        }

        @Override
        public boolean isStuck(ImportPlan plan) {
            return stuck;
        }

        @Override
        public void done(ImportPlan plan) {
            done = true;
        }
    }
}
