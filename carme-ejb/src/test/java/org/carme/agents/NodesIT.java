package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which nodes of a job are heard. */
class NodesIT {
    private final TestAgents agents = new TestAgents(
            Path.of("src/test/resources/entry-points"), Map.of(AgentSettings.NETWORKS_KEY, "10.77.0.0/16"));

    private JobSummary job;

    @BeforeEach
    void start() {
        job = agents.running("node01", "node02");
    }

    @AfterEach
    void close() {
        agents.close();
    }

    @Test
    void tellsWhichHasBeenSilentForLong() {
        String head = bootstrap(0, "node01");
        String second = bootstrap(1, "node02");
        Instant begun = now();
        report(head, 1);
        agents.clock.forward(Duration.ofMinutes(5));
        report(head, 2);
        assertThat(agents.records().nodes(job))
                .as("who has not begun to report may still be about to")
                .containsExactly(
                        new JobNode("node01", Optional.of(now()), false),
                        new JobNode("node02", Optional.empty(), false));

        report(second, 1);
        agents.clock.forward(Duration.ofSeconds(119));
        report(head, 3);
        assertThat(agents.records().nodes(job)).extracting(JobNode::silent).containsExactly(false, false);
        agents.clock.forward(Duration.ofSeconds(2));

        assertThat(agents.records().nodes(job)).extracting(JobNode::silent).containsExactly(false, true);
        assertThat(agents.records().nodes(job).get(1).heardAt()).contains(begun.plus(Duration.ofMinutes(5)));
    }

    @Test
    void saysNothingOfAnEarlierRun() {
        report(bootstrap(0, "node01"), 1);
        report(bootstrap(1, "node02"), 1);
        agents.clock.forward(Duration.ofHours(1));
        agents.requeued(job, "node01", "node02");
        bootstrap(0, "node01");

        assertThat(agents.records().nodes(job)).containsExactly(new JobNode("node01", Optional.empty(), false));
    }

    /** As the database keeps it. */
    private Instant now() {
        return agents.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String bootstrap(int index, String node) {
        return agents.bootstrapService()
                .bootstrap(new BootstrapRequest(
                        agents.secret(job, index), TestAgents.schedulerId(job), node, true, true, true))
                .token();
    }

    private void report(String token, long number) {
        agents.reportService().report(token, TestReports.of(number, Optional.empty(), Optional.empty()));
    }
}
