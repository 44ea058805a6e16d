package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carme.jobs.TestJobs.NOW;

import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.junit.jupiter.api.Test;

class JobTest {
    private final Job job = TestJobs.job();

    @Test
    void goesFromIntentToRunning() {
        assertThat(job.state()).isEqualTo(JobState.SUBMITTING);
        job.sending(NOW);
        job.registered("42");
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        job.observe(TestJobs.report(job, SchedulerState.RUNNING), NOW);
        assertThat(job.state()).isEqualTo(JobState.STARTING);
        job.servicesSettled();
        assertThat(job.state()).isEqualTo(JobState.RUNNING);
        assertThat(job.summary().nodeNames()).containsExactly("node01");
        assertThat(job.summary().endsAt()).contains(NOW.plusSeconds(7200));
    }

    @Test
    void remembersServicesThatWereReadyBeforeTheSchedulerWasAsked() {
        job.registered("42");
        job.servicesSettled();
        job.observe(TestJobs.report(job, SchedulerState.RUNNING), NOW);

        assertThat(job.state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void endsAtOnceWhenCancelledBeforeItWasSent() {
        job.requestCancel(NOW);

        assertThat(job.summary().outcome()).contains(JobOutcome.CANCELLED);
    }

    @Test
    void waitsForTheSchedulerWhenCancelledAfterItWasSent() {
        job.sending(NOW);
        job.requestCancel(NOW);
        assertThat(job.state()).isEqualTo(JobState.SUBMITTING);

        job.registered("42");

        assertThat(job.state()).isEqualTo(JobState.ENDING);
    }

    @Test
    void isNotSentAgainOnceItIsNoLongerWanted() {
        job.sending(NOW);
        job.requestCancel(NOW);
        job.notSent(NOW);

        assertThat(job.summary().outcome()).contains(JobOutcome.CANCELLED);
    }

    @Test
    void isLostWhenTheSchedulerForgetsIt() {
        job.registered("42");
        job.lost(NOW);

        assertThat(job.summary().outcome()).contains(JobOutcome.LOST);
    }

    @Test
    void isCancelledWhenTheSchedulerForgetsItAfterItsEndWasWanted() {
        job.registered("42");
        job.requestCancel(NOW);
        assertThat(job.state()).isEqualTo(JobState.ENDING);
        job.lost(NOW);

        assertThat(job.summary().outcome()).contains(JobOutcome.CANCELLED);
    }

    @Test
    void givesNoReasonForAnEndThatWasWanted() {
        job.sending(NOW);
        job.requestCancel(NOW);
        job.refused("Invalid partition name specified", NOW);

        assertThat(job.summary().outcome()).contains(JobOutcome.CANCELLED);
        assertThat(job.summary().reason()).isEmpty();
    }

    @Test
    void needsItsServicesAgainAfterARequeue() {
        job.registered("42");
        job.observe(TestJobs.report(job, SchedulerState.RUNNING), NOW);
        job.servicesSettled();
        job.observe(restarted(SchedulerState.PENDING), NOW);
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.summary().startedAt()).isEmpty();

        job.observe(restarted(SchedulerState.RUNNING), NOW);

        assertThat(job.state()).isEqualTo(JobState.STARTING);
    }

    private SchedulerJob restarted(SchedulerState state) {
        var report = TestJobs.report(job, state);
        return new SchedulerJob(
                report.id(),
                report.user(),
                report.name(),
                report.tag(),
                report.partition(),
                state,
                report.reason(),
                report.nodes(),
                report.submittedAt(),
                report.startedAt(),
                report.plannedStart(),
                report.endsAt(),
                report.timeLimit(),
                report.exitCode(),
                1,
                report.priority(),
                report.allotment());
    }
}
