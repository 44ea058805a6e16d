package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carme.builds.BuildKind;
import org.carme.builds.JobTask;
import org.carme.jobs.JobSummary;
import org.carme.usage.UsageClaim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the nodes of a job hear of each other, on a real database. */
class SshIT {
    private static final String KEY = "ssh-ed25519 " + "A".repeat(68);

    private TestAgents agents = with("multi");

    @AfterEach
    void close() {
        agents.close();
    }

    @Test
    void tellsNodesOfTheSameJobHowToReachEachOther() {
        JobSummary job = agents.running("node01", "node02");
        JobSummary other = agents.running("node01", "node02");
        String first = token(job, 0, "node01");
        String second = token(job, 1, "node02");
        report(token(other, 0, "node01"), 1, server(50_000));

        assertThat(report(first, 1, Optional.empty())).as("has none itself").isEmpty();
        assertThat(report(first, 2, server(40_001)))
                .containsExactly(new NodeSsh("node01", "10.77.1.11", new SshServer(40_001, KEY)));
        assertThat(report(second, 1, server(40_002)))
                .extracting(
                        NodeSsh::node, NodeSsh::address, node -> node.server().port())
                .containsExactly(tuple("node01", "10.77.1.11", 40_001), tuple("node02", "10.77.1.12", 40_002));

        report(second, 2, Optional.empty());
        assertThat(report(first, 3, server(40_001))).extracting(NodeSsh::node).containsExactly("node01");
    }

    @Test
    void forgetsTheNodesOfAnEarlierRun() {
        JobSummary job = agents.running("node01", "node02");
        report(token(job, 1, "node02"), 1, server(40_002));

        agents.requeued(job, "node01", "node02");

        assertThat(report(token(job, 0, "node01"), 1, server(40_001)))
                .extracting(NodeSsh::node)
                .containsExactly("node01");
    }

    @Test
    void givesNoSshToJobsThatMakeImages() {
        JobSummary job = agents.running("node01", "node02");
        agents.tasks()
                .put(
                        job.id(),
                        new JobTask(
                                BuildKind.INVENTORY,
                                "/opt/carme/images/debian",
                                Optional.empty(),
                                "/opt/carme/images/own",
                                Optional.empty(),
                                1000,
                                10,
                                new JobTask.Mirrors(List.of(), Optional.empty(), Optional.empty()),
                                JsonValue.EMPTY_JSON_ARRAY));

        assertThat(bootstrap(job, 0, "node01").ssh()).isFalse();
        assertThat(bootstrap(job, 1, "node02").task()).isEmpty();
    }

    @Test
    void givesNoneWhereTheSiteWantsNone() {
        agents.close();
        agents = with("never");
        JobSummary job = agents.running("node01", "node02");

        assertThat(bootstrap(job, 1, "node02").ssh()).isFalse();
        assertThat(agents.environment(job)).containsEntry("CARME_START_SSHD", "never");
    }

    @ParameterizedTest
    @CsvSource({
        "40000, ssh-ed25519 AAAA",
        "80, ok",
        "65536, ok",
        "-1, ok",
        "40000, 'two\nlines'",
    })
    void believesNoNonsense(long port, String key) {
        String said = key.equals("ok") ? KEY : key.replace("two", KEY).replace("lines", KEY);
        assertThat(SshServer.of(port, said)).isEmpty();
    }

    private static TestAgents with(String policy) {
        return new TestAgents(
                Path.of("src/test/resources/entry-points"),
                Map.of(AgentSettings.NETWORKS_KEY, "10.77.1.0/24", SshPolicy.KEY, policy));
    }

    private BootstrapAnswer bootstrap(JobSummary job, int nodeIndex, String node) {
        return agents.bootstrapService()
                .bootstrap(new BootstrapRequest(
                        agents.secret(job, nodeIndex), TestAgents.schedulerId(job), node, true, true, true));
    }

    private String token(JobSummary job, int nodeIndex, String node) {
        BootstrapAnswer answer = bootstrap(job, nodeIndex, node);
        assertThat(answer.ssh()).isTrue();
        return answer.token();
    }

    private static Optional<SshServer> server(int port) {
        return SshServer.of(port, KEY);
    }

    private List<NodeSsh> report(String token, long number, Optional<SshServer> ssh) {
        return agents.reportService()
                .report(
                        token,
                        new AgentReport(
                                number,
                                Optional.empty(),
                                List.of(),
                                ssh,
                                UsageClaim.NONE,
                                OptionalLong.empty(),
                                Optional.empty(),
                                DataClaim.NONE,
                                Optional.empty()))
                .nodes();
    }
}
