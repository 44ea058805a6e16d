package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.carme.cluster.SchedulerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobLifecycleTest {
    @ParameterizedTest
    @CsvSource({
        "PENDING, false, false, QUEUED",
        "CONFIGURING, false, false, STARTING",
        "RUNNING, false, false, STARTING",
        "RUNNING, true, false, RUNNING",
        "SUSPENDED, true, false, RUNNING",
        "COMPLETING, true, false, ENDING",
        "PENDING, false, true, ENDING",
        "RUNNING, true, true, ENDING"
    })
    void followsTheScheduler(SchedulerState reported, boolean ready, boolean cancelled, JobState expected) {
        JobLifecycle.Step step = JobLifecycle.next(JobState.QUEUED, reported, ready, cancelled);

        assertThat(step.state()).isEqualTo(expected);
        assertThat(step.outcome()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, COMPLETED",
        "CANCELLED, CANCELLED",
        "FAILED, FAILED",
        "TIMED_OUT, TIMED_OUT",
        "NODE_FAILED, NODE_FAILED",
        "OUT_OF_MEMORY, OUT_OF_MEMORY",
        "PREEMPTED, PREEMPTED"
    })
    void keepsHowAJobEnded(SchedulerState reported, JobOutcome expected) {
        JobLifecycle.Step step = JobLifecycle.next(JobState.RUNNING, reported, true, false);

        assertThat(step.state()).isEqualTo(JobState.ENDED);
        assertThat(step.outcome()).contains(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = SchedulerState.class,
            names = {"COMPLETED", "FAILED", "CANCELLED"})
    void callsAStoppedJobCancelledHoweverItsScriptEnded(SchedulerState reported) {
        assertThat(JobLifecycle.next(JobState.ENDING, reported, true, true).outcome())
                .contains(JobOutcome.CANCELLED);
    }

    @Test
    void leavesTheStateAloneOnAWordNobodyKnows() {
        assertThat(JobLifecycle.next(JobState.RUNNING, SchedulerState.UNKNOWN, true, false)
                        .state())
                .isEqualTo(JobState.RUNNING);
    }
}
