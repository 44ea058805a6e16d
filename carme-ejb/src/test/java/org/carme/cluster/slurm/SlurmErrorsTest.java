package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerException.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmErrorsTest {
    private static final Duration AT_ONCE = Duration.ofMillis(12);
    private static final Duration SLOWLY = Duration.ofSeconds(9);

    @ParameterizedTest
    @CsvSource({
        "22.05/submit-bad-partition, PARTITION",
        "22.05/submit-too-many-nodes, NODES",
        "22.05/submit-over-time-limit, TIME_LIMIT",
        "22.05/submit-too-many-gpus, RESOURCES",
        "22.05/submit-bad-account, ACCOUNT",
        "22.05/submit-unknown-user, ACCOUNT",
        "22.05/submit-bad-qos, QOS",
        "22.05/submit-policy, POLICY",
        "22.05/submit-no-env, OTHER",
        "22.05/submit-unknown-field, OTHER",
        "22.05/submit-bad-json, OTHER",
        "22.05/submit-long-name, OTHER",
        "25.11/v0.0.41-submit-bad-partition, PARTITION",
        "25.11/v0.0.44-submit-too-many-nodes, NODES"
    })
    void namesTheReasonOfARefusal(String recording, Refusal refusal) {
        SchedulerException failure = failure(recording, AT_ONCE);
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.refusal()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "22.05/auth-none, BAD_TOKEN",
        "22.05/db-bad-token, BAD_TOKEN",
        "25.11/v0.0.41-bad-token, BAD_TOKEN",
        "25.11/v0.0.44-no-token, BAD_TOKEN",
        "22.05/cancel-others, NOT_PERMITTED",
        "25.11/v0.0.44-cancel-others, NOT_PERMITTED",
        "22.05/ctld-down-cancel, UNREACHABLE",
        "22.05/ctld-down-job, UNREACHABLE",
        "22.05/ctld-down-jobs, UNREACHABLE",
        "22.05/ctld-down-nodes, UNREACHABLE",
        "22.05/ctld-down-ping, UNREACHABLE",
        "22.05/ctld-down-submit, UNREACHABLE",
        "22.05/dbd-down-associations, UNREACHABLE",
        "22.05/dbd-down-job, UNREACHABLE"
    })
    void tellsKindsApart(String recording, Kind kind) {
        assertThat(failure(recording, SLOWLY).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22.05/jobs-bad-token",
                "22.05/ping-bad-token",
                "22.05/nodes-bad-token",
                "22.05/auth-wrong-key-submit"
            })
    void suspectsTheTokenOnlyOfAQuickAnswer(String recording) {
        assertThat(SlurmErrors.mayBeBadToken(Recording.of(recording).answer(AT_ONCE)))
                .isTrue();
        assertThat(SlurmErrors.mayBeBadToken(Recording.of(recording).answer(SLOWLY)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22.05/ping", "22.05/submit-bad-qos", "22.05/job-get-unknown", "22.05/ctld-down-submit"})
    void doesNotSuspectTheTokenOfClearAnswers(String recording) {
        assertThat(SlurmErrors.mayBeBadToken(Recording.of(recording).answer(AT_ONCE)))
                .isFalse();
    }

    @Test
    void asksToTryAgainWhenSlurmIsOnlyFull() {
        Recording full =
                new Recording(500, "application/json", "{\"errors\":[{\"error_code\":2007,\"error\":\"try again\"}]}");
        assertThat(SlurmErrors.of(full.answer(AT_ONCE)).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void passesOnWhatTheSiteTellsItsUsers() {
        Recording refusal = new Recording(
                500,
                "application/json",
                "{\"errors\":[{\"error_code\":2050,\"error\":\"policy\"}],\"job_submit_user_msg\":\"ask the desk\"}");
        assertThat(SlurmErrors.of(refusal.answer(AT_ONCE))).hasMessage("policy: ask the desk");
    }

    @ParameterizedTest
    @CsvSource({
        "22.05/submit-hold, 4",
        "22.05/submit-too-long, 9",
        "25.11/v0.0.41-submit-held, 4",
        "25.11/v0.0.44-submit-held, 2"
    })
    void takesASubmissionWithAJobIdForASuccessWhateverStandsBeside(String recording, String id) {
        Answer answer = Recording.of(recording).answer(AT_ONCE);
        assertThat(answer.isSuccess(SlurmErrors.UNKNOWN_JOB)).isTrue();
        assertThat(answer.jobId()).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"502, UNREACHABLE", "503, UNREACHABLE", "302, UNREACHABLE", "200, UNREACHABLE", "413, REFUSED"})
    void doesNotTakeAProxysAnswerForSlurms(int status, Kind kind) {
        Answer answer = new Recording(status, "text/html", "<html>").answer(AT_ONCE);
        assertThat(answer.isSuccess(SlurmErrors.UNKNOWN_JOB)).isFalse();
        assertThat(SlurmErrors.of(answer).kind()).isEqualTo(kind);
    }

    private static SchedulerException failure(String recording, Duration took) {
        Answer answer = Recording.of(recording).answer(took);
        assertThat(answer.isSuccess(SlurmErrors.UNKNOWN_JOB)).isFalse();
        return SlurmErrors.of(answer);
    }
}
