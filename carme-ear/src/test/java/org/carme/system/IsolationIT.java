package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bob, with an account on every node, gets out of alice's job: nothing. */
class IsolationIT {
    private static final String NODE = "node04";
    private static final String SLURMD = ":6818";
    private static final String SUMS = "find . -type f -exec sha256sum {} + | LC_ALL=C sort";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Api alice = Api.as("alice");
    private long id;
    private String folder;
    private List<String> ports;

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @BeforeEach
    void start() {
        id = alice.start(Starts.cpu("isolated"));
        alice.await(
                id,
                PATIENCE,
                job -> job.getJsonArray("entryPoints").getValuesAs(JsonObject.class).stream()
                                .filter(entry -> entry.getBoolean("ready"))
                                .count()
                        >= 2);
        folder = bash("alice", NODE, "dirname /tmp/carme-job-*/jupyter").strip();
        ports = listening();
    }

    @AfterEach
    void end() {
        alice.endAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {NODE, "node03", "head"})
    void answersNobodyButTheGateway(String host) {
        assertThat(ports).as("the agent's own port").isNotEmpty();
        for (String port : ports) {
            for (String scheme : List.of("http", "https")) {
                String said = bash("bob", host, "curl -skL --max-time 3 " + scheme + "://" + port + "/");
                assertThat(said).as("%s at %s from %s", scheme, port, host).doesNotContainIgnoringCase("<html");
            }
        }
    }

    @Test
    void refusesACertificateThatOnlyHasTheGatewaysName() {
        String agent = ports.stream()
                .filter(port -> !port.startsWith("127."))
                .findFirst()
                .orElseThrow();

        String said = bash("bob", NODE, """
                cd $(mktemp -d) && openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=carme-gateway \
                  -keyout key -out certificate 2>/dev/null
                { printf 'GET / HTTP/1.0\\r\\n\\r\\n'; sleep 2; } | timeout 10 openssl s_client -connect %s \
                  -servername jupyter.%s.carme -cert certificate -key key 2>&1; rm -r "$PWD\"""".formatted(agent, jobKey()));

        assertThat(said).contains("CONNECTED").containsIgnoringCase("alert").doesNotContain("HTTP/1.");
    }

    @Test
    void hidesFilesSocketsAndProcesses() {
        String secret = bash("alice", NODE, "cat " + folder + "/jupyter/secret").strip();
        assertThat(secret).isNotEmpty();

        assertThat(bash("bob", NODE, "ls -A " + folder)).contains("Permission denied");
        assertThat(bash("bob", NODE, "ls -A /tmp/carme-job-disk-*")).contains("Permission denied");
        assertThat(bash(
                        "bob",
                        NODE,
                        "python3 -c 'import socket; socket.socket(socket.AF_UNIX).connect(\"" + folder
                                + "/jupyter/socket\")'"))
                .contains("PermissionError");
        assertThat(bash("bob", NODE, "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ | tr '\\0' '\\n'"))
                .contains("Permission denied")
                .contains("jupyter")
                .doesNotContain(secret)
                .doesNotContain("CARME_SECRET_FILE")
                .doesNotContain("CARME_BOOTSTRAP");
    }

    @Test
    void keepsScriptAndEnvironmentInSlurmFromOthers() {
        String slurmId = alice.job(id).getString("slurmJobId");
        String said = bash(
                "bob",
                "head",
                "scontrol show job -dd %1$s; scontrol write batch_script %1$s -; sacct -a -j %1$s -o all --batch-script; sacct -a -j %1$s --env-vars"
                        .formatted(slurmId));
        assertThat(said).doesNotContain("carme-agent").doesNotContain("CARME_");
        assertThat(bash("bob", NODE, "find / -xdev -name slurm_script -readable 2>/dev/null"))
                .isBlank();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"cancel", "kill the agent", "reboot the node"})
    void leavesNothingOnTheNode(String end) throws InterruptedException {
        switch (end) {
            case "cancel" -> alice.delete("/jobs/" + id);
            case "kill the agent" -> bash("alice", NODE, "pkill -KILL -u alice -f agent/carme-agent");
            default -> Cluster.reboot(NODE);
        }
        alice.awaitState(id, "ended");

        assertNothingRemains();
    }

    /** Slurm looks at time limits twice a minute. What is to be kept is saved between its SIGTERM and its SIGKILL. */
    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void leavesNothingOnTheNodeAfterItsTime() throws InterruptedException {
        alice.endAll();
        bash("alice", NODE, """
                rm -rf ~/brief-* && mkdir -p ~/.config/carme/at-end.d && cd ~/.config/carme/at-end.d \
                  && printf '#!/bin/sh\nls "$CARME_LOCAL_SSD_PATH/results" >~/brief-mark\n' >brief && chmod 700 brief""");
        long brief = alice.start(Starts.cpu("brief").replace(": 30}", ": 1, \"stageOut\": \"~/brief-results\"}"));
        String slurmId = alice.awaitState(brief, "running").getString("slurmJobId");
        String made = bash("alice", NODE, """
                cd /tmp/carme-job-disk-%s/data && mkdir results && cd results && head -c 20000000 /dev/urandom >large \
                  && mkdir 'viele ü' && seq 500 | split -l 1 -a 3 - 'viele ü/' && %s""".formatted(slurmId, SUMS));

        JsonObject job = alice.await(
                brief,
                Duration.ofMinutes(3),
                found -> found.getString("state", "").equals("ended"));

        assertThat(job.getString("outcome")).isEqualTo("timed-out");
        assertNothingRemains();
        assertThat(made.lines()).hasSize(501);
        assertThat(bash("alice", NODE, "cd ~/brief-results && " + SUMS)).isEqualTo(made);
        assertThat(bash("alice", NODE, "cat ~/brief-mark").lines()).containsExactly("large", "viele ü");
        bash("alice", NODE, "rm -rf ~/brief-* ~/.config/carme/at-end.d/brief");
    }

    /** Looks are counted, not seconds: the clock of a machine that stood still is no measure of what it had time for. */
    private void assertNothingRemains() throws InterruptedException {
        String remains = remains();
        for (int looks = 1; looks < 40 && !remains.isBlank(); looks++) {
            Thread.sleep(500);
            remains = remains();
        }
        assertThat(remains)
                .as(() -> "after the end of " + alice.job(id) + slurmsWord())
                .isBlank();
    }

    private static String slurmsWord() {
        return bash(
                "root",
                "head",
                "scontrol show job --oneliner; scontrol show node --oneliner " + NODE
                        + "; tail -n 30 /srv/log/slurmctld.log");
    }

    /** @return processes, folders and open ports of alice's job */
    private String remains() {
        return bash(
                        "alice",
                        NODE,
                        "pgrep -u alice -a | grep -v bash; ls -d /tmp/carme-job-* /run/carme/jobs/*/* 2>/dev/null")
                + String.join("\n", listening());
    }

    /** @return addresses with ports on which somebody else than slurmd listens */
    private static List<String> listening() {
        return bash("bob", NODE, "ss -Hltn | awk '{print $4}'")
                .lines()
                .filter(address -> !address.endsWith(SLURMD))
                .toList();
    }

    private String jobKey() {
        String url = alice.job(id).getJsonArray("entryPoints").getJsonObject(0).getString("url");
        return url.split("/")[4];
    }

    private static String bash(String user, String host, String script) {
        return Cluster.as(user, host, "bash", "-c", script).output();
    }
}
