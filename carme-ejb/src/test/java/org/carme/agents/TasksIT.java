package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.carme.builds.BuildKind;
import org.carme.builds.JobTask;
import org.carme.builds.TaskReport;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Agents whose jobs have a task, on a real database. */
class TasksIT {
    private final TestAgents agents = AgentsIT.agents("10.77.1.0/24");
    private final BootstrapService bootstraps = agents.bootstrapService();
    private final ReportService reports = agents.reportService();

    @AfterEach
    void close() {
        agents.close();
    }

    @Test
    void givesTheFirstNodeTheTaskAndTheImageThatItMakes() {
        JobSummary job = agents.running("node01", "node02");
        agents.run(AgentsIT.image(job, "bubblewrap"));
        agents.tasks.put(job.id(), task(BuildKind.SANDBOX));

        BootstrapAnswer head = bootstrap(job, 0, "node01");
        BootstrapAnswer second = bootstrap(job, 1, "node02");

        assertThat(head.task()).contains(task(BuildKind.SANDBOX));
        assertThat(head.image().orElseThrow().launch().location()).isEqualTo("/opt/carme/images/own/alice/made");
        assertThat(head.services()).hasSize(1);
        assertThat(second.task()).isEmpty();
    }

    @Test
    void startsNoServicesWhereATaskMakesNothingForThem() {
        JobSummary job = agents.running("node01");
        agents.run(AgentsIT.image(job, "bubblewrap"));
        agents.tasks.put(job.id(), task(BuildKind.COPY));

        BootstrapAnswer head = bootstrap(job, 0, "node01");
        reports.report(head.token(), TestReports.report(1, Optional.empty(), List.of()));

        assertThat(head.services()).isEmpty();
        assertThat(head.image().orElseThrow().launch().location()).isEqualTo("/opt/carme/images/debian");
        assertThat(agents.state(job)).as("it is at work").isEqualTo(JobState.RUNNING);
    }

    @Test
    void refusesAnAgentThatWouldLeaveTheTaskUndone() {
        JobSummary job = agents.running("node01");
        agents.tasks.put(job.id(), task(BuildKind.COPY));
        BootstrapRequest old =
                new BootstrapRequest(agents.secret(job, 0), TestAgents.schedulerId(job), "node01", true, false, true);

        assertThatThrownBy(() -> bootstraps.bootstrap(old)).isInstanceOf(BootstrapRefusedException.class);
    }

    @Test
    void makesASandboxUsableOnlyWhenItIsThere() {
        JobSummary job = agents.running("node01");
        agents.tasks.put(job.id(), task(BuildKind.SANDBOX));
        String token = bootstrap(job, 0, "node01").token();

        reports.report(token, AgentsIT.ready(1));
        assertThat(agents.state(job)).isEqualTo(JobState.STARTING);
        reports.report(token, TestReports.of(AgentsIT.ready(2), TaskReport.State.DONE));
        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);
    }

    @Test
    void takesWhatIsInsideFromTheFirstNodeOfAJobThatGoesOn() {
        JobSummary job = agents.running("node01", "node02");
        String head = bootstrap(job, 0, "node01").token();
        String second = bootstrap(job, 1, "node02").token();

        reports.contents(head, new byte[] {1});
        reports.contents(second, new byte[] {2});
        agents.end(job);

        assertThat(agents.tasks.contents()).containsExactly(new byte[] {1});
        assertThatThrownBy(() -> reports.contents(head, new byte[] {3})).isInstanceOf(TokenRefusedException.class);
    }

    private static JobTask task(BuildKind kind) {
        return new JobTask(
                kind,
                "/opt/carme/images/debian",
                Optional.of("/opt/carme/images/own/alice/made"),
                "/opt/carme/images/own",
                Optional.empty(),
                1000,
                10,
                new JobTask.Mirrors(List.of(), Optional.empty(), Optional.empty()),
                JsonValue.EMPTY_JSON_ARRAY);
    }

    private BootstrapAnswer bootstrap(JobSummary job, int nodeIndex, String node) {
        return bootstraps.bootstrap(new BootstrapRequest(
                agents.secret(job, nodeIndex), TestAgents.schedulerId(job), node, true, true, true));
    }
}
