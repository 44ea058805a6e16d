package org.carme.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.carme.cluster.SchedulerException.Kind;
import org.junit.jupiter.api.Test;

class FakeSchedulerTest extends SchedulerContractTest {
    private final FakeScheduler scheduler = new FakeScheduler(Clock.systemUTC());

    @Override
    protected Scheduler scheduler() {
        return scheduler;
    }

    @Override
    protected Scheduler distrusted() {
        FakeScheduler distrusted = new FakeScheduler(Clock.systemUTC());
        distrusted.fail(Kind.BAD_TOKEN);
        return distrusted;
    }

    @Override
    protected void takeAway() {
        scheduler.fail(Kind.UNREACHABLE);
    }

    @Override
    protected void bringBack() {
        scheduler.heal();
    }

    @Test
    void keepsTheJobWhenItsAnswerIsLost() {
        scheduler.loseNextAnswer();
        assertThat(failureOf(() -> scheduler.submit(ALICE, request())).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(scheduler.jobs(Instant.EPOCH))
                .hasValueSatisfying(jobs -> assertThat(jobs).hasSize(1));
    }

    @Test
    void startsEndsAndForgets() {
        String id = scheduler.submit(ALICE, request());
        scheduler.start(id, "node01", "node02");
        assertThat(scheduler.find(id).orElseThrow().nodes()).isEqualTo(List.of("node01", "node02"));
        scheduler.end(id, SchedulerState.TIMED_OUT, 0);
        scheduler.forget(id);
        assertThat(scheduler.find(id)).isEmpty();
        assertThat(scheduler.findAccounted(id).orElseThrow().state()).isEqualTo(SchedulerState.TIMED_OUT);
    }

    @Test
    void givesTheIdOfALostJobToTheNext() {
        String lost = scheduler.submit(ALICE, request());
        scheduler.lose(lost);
        assertThat(scheduler.submit(BOB, request())).isEqualTo(lost);
    }
}
