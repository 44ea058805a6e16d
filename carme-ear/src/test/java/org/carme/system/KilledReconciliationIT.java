package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carme.system.Executions.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A portal that is killed in the middle of a step that deals with jobs of Slurm, between Slurm's answer and the database. */
@EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
class KilledReconciliationIT {
    private static final String JOB = "reconcile-jobs";
    private static final Api ALICE = Api.as("alice");

    private static Map<String, String> settings;

    @BeforeAll
    static void leaveTheUsualOne() {
        settings = Executions.beginOnlyByHand();
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Executions.beginByThemselves();
    }

    @BeforeEach
    void begin() {
        Portal.up(settings);
    }

    @AfterEach
    void clean() {
        Cluster.start("restd");
        Portal.up(settings);
        ALICE.endAll();
    }

    /** First where a start is sent, then where it is found again; the job ends in Slurm before a third portal looks. */
    @Test
    void registersOnceWhatSlurmHasTaken() {
        String name = "unregistered-" + System.nanoTime();
        String registered = "NEW.slurm_job_id IS NOT NULL AND OLD.slurm_job_id IS NULL AND NEW.name = '" + name + "'";
        long job;
        try (HeldSteps held = HeldSteps.at("UPDATE ON jobs", registered)) {
            job = ALICE.start(Starts.cpu(name));
            await(held::areReached, reached -> reached);
            Portal.kill();
        }
        List<String> sent = Cluster.jobsNamed(name);
        assertThat(sent).hasSize(1);
        longAgo(job);
        int interrupted;
        try (HeldSteps held = HeldSteps.at("UPDATE ON jobs", registered)) {
            Portal.up(settings);
            await(held::areReached, reached -> reached);
            interrupted = Executions.last(JOB);
            Portal.kill();
            Cluster.run("alice", "head", "scancel", sent.get(0));
        }
        Portal.up(settings);

        JsonObject ended = ALICE.awaitState(job, "ended");
        assertThat(ended.getString("outcome")).isEqualTo("cancelled");
        assertThat(ended.getString("slurmJobId")).isEqualTo(sent.get(0));
        wentOn(interrupted);
        assertThat(Cluster.jobsNamed(name)).isEqualTo(sent);
    }

    /** Nobody knows any more whether it arrived. */
    private static void longAgo(long job) {
        try (SiteDatabase database = new SiteDatabase()) {
            database.run("UPDATE jobs SET sent_at = submitted_at - 60000 WHERE id = " + job);
        }
    }

    /** @param dealtWith of how many cancels the step knows that they arrived: Slurm has been told of none, or has been told */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void cancelsWhatWasToBeCancelled(int dealtWith) {
        String name = "cancelled-" + System.nanoTime();
        long job = ALICE.start(Starts.cpu(name));
        String id = ALICE.awaitState(job, "running").getString("slurmJobId");
        Cluster.stop("restd");
        ALICE.delete("/jobs/" + job);
        int interrupted;
        String place = (dealtWith == 0 ? "INSERT" : "UPDATE") + " ON batch_steps";
        String condition = "NEW.step = 'repeat-cancels' AND NEW.total = 1 AND NEW.done = " + dealtWith;
        try (HeldSteps held = HeldSteps.at(place, condition)) {
            Cluster.start("restd");
            Executions.runInto(List.of(JOB), held);
            interrupted = Executions.last(JOB);
            assertThat(isGoing(id)).isEqualTo(dealtWith == 0);
            Portal.kill();
        }
        Portal.up(settings);

        JsonObject ended = ALICE.awaitState(job, "ended");
        assertThat(ended.getString("outcome")).isEqualTo("cancelled");
        wentOn(interrupted);
        assertThat(isGoing(id)).isFalse();
        assertThat(Cluster.jobsNamed(name)).containsExactly(id);
    }

    private static boolean isGoing(String id) {
        return Cluster.run("slurm", "head", "squeue", "--noheader", "--states=running", "--format=%i")
                .lines()
                .map(String::strip)
                .anyMatch(id::equals);
    }

    /** Whoever was first: what is to be done makes the portal begin the job by itself, or it goes on with what has died. */
    private static void wentOn(int interrupted) {
        JsonObject first = Executions.details(interrupted);
        assertThat(first.getJsonObject("failure").getString("verdict")).isEqualTo("portal-died");
        Executions.completed(Executions.next(JOB, interrupted));
    }
}
