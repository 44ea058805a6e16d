package org.carme.agentlistener;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carme.agents.TestAgents;
import org.carme.images.ImageLaunch;
import org.carme.jobs.JobSummary;
import org.carme.projects.Classification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents are told of the folders of the site's disks, and of data on those of the nodes. */
class FoldersIT {
    private RunningListener listener;
    private TestAgents agents;

    @BeforeEach
    void open() throws IOException {
        listener = new RunningListener(
                Path.of("../carme-ejb/src/test/resources/entry-points"),
                new TlsServer.Limits(4, 8, 8, Duration.ofSeconds(5)));
        agents = listener.agents();
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void namesThoseThatTheJobMaySee() {
        assertThat(told().toString()).isEqualTo("{\"scratch\":\"/scratch/alice\",\"homeHidden\":false}");
    }

    @Test
    void saysWhenTheHomeIsToBeHidden() {
        agents.charge("pinns", Classification.CONFIDENTIAL);

        assertThat(told().toString()).isEqualTo("{\"project\":\"/groups/pinns\",\"homeHidden\":true}");
    }

    @Test
    void saysOnHowManyNodesTheDataAre() {
        JobSummary job = agents.running("node01", "node02");
        AgentClient client = new AgentClient(listener.url(), agents.authority().pem());
        String token = client.bootstrap(agents.secret(job, 0), TestAgents.schedulerId(job), "node01")
                .json()
                .getString("token");
        String report = "{\"protocol\": 1, \"sequence\": %d, \"services\": [], \"staging\": {\"state\": \"%s\"}}";

        assertThat(client.report(token, report.formatted(1, "copying")).json().getInt("nodesWithData"))
                .isZero();
        assertThat(client.report(token, report.formatted(2, "done")).json().getInt("nodesWithData"))
                .isEqualTo(1);
    }

    private JsonObject told() {
        JobSummary job = agents.running("node01");
        agents.run(new ImageLaunch(
                job.image(), "12", "bubblewrap", "/opt/carme/images/debian", "", List.of(), List.of(), List.of()));
        return new AgentClient(listener.url(), agents.authority().pem())
                .bootstrap(agents.secret(job, 0), TestAgents.schedulerId(job), "node01")
                .json()
                .getJsonObject("folders");
    }
}
