package org.carme.agentlistener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.carme.agents.TestAgents;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What commands inside a job have its agent ask for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WishesIT {
    private RunningListener listener;
    private TestAgents agents;
    private AgentClient client;

    @BeforeAll
    void open() throws IOException {
        listener = new RunningListener(
                Path.of("../carme-ejb/src/test/resources/entry-points"),
                new TlsServer.Limits(4, 8, 8, Duration.ofSeconds(5)));
        agents = listener.agents();
        client = new AgentClient(listener.url(), agents.authority().pem());
    }

    @AfterAll
    void close() {
        listener.close();
    }

    @Test
    void doesWhatCommandsInAJobAskForItAlone() {
        JobSummary job = agents.running("node01");
        String token = client.bootstrap(agents.secret(job, 0), TestAgents.schedulerId(job), "node01")
                .json()
                .getString("token");

        assertThat(wish(token, "\"wish\": \"info\"").json().getString("state")).isEqualTo("starting");
        assertThat(wish(token, "\"wish\": \"notify\", \"text\": \"<b>done</b>\"")
                        .status())
                .isEqualTo(200);
        assertThat(wish(token, "\"wish\": \"extend\", \"minutes\": 60").status())
                .isEqualTo(200);
        assertThat(wish(token, "\"wish\": \"stop\"").status()).isEqualTo(200);
        AgentClient.Answer refusal = wish(token, "\"wish\": \"notify\", \"text\": \"too long\"");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.json().getString("detail")).isEqualTo("A notification has 1 to 500 characters.");
        assertThat(wish("guessed", "\"wish\": \"stop\"").status()).isEqualTo(401);
        assertThat(wish(token, "\"wish\": \"everything\"").status()).isEqualTo(400);

        assertThat(agents.wishes())
                .filteredOn(done -> done.contains(job.id().toString()))
                .containsExactly(
                        job.id() + " says <b>done</b>",
                        "alice extends " + job.id() + " by 60",
                        "alice stops " + job.id());
    }

    private AgentClient.Answer wish(String token, String wanted) {
        return client.post("wishes", token, "{\"protocol\": 1, " + wanted + "}");
    }
}
