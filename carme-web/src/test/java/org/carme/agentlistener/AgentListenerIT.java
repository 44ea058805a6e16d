package org.carme.agentlistener;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carme.agents.AgentReport;
import org.carme.agents.Route;
import org.carme.agents.TestAgents;
import org.carme.builds.BuildKind;
import org.carme.builds.JobTask;
import org.carme.builds.StepProgress;
import org.carme.builds.TaskReport;
import org.carme.images.ImageBind;
import org.carme.images.ImageLaunch;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagingProgress;
import org.carme.usage.UsageClaim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol as agents speak it, and what they must not get away with: one listener, a job of its own for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentListenerIT {
    private static final String READY = """
            {"protocol": 1, "sequence": 1, "port": 40123,
             "services": [{"name": "jupyter", "state": "ready", "detail": ""},
                          {"name": "terminal", "state": "ready"}],
             "samples": {"cpuSeconds": 1.5, "memoryBytes": 1e9, "gpus": [{"index": 0, "utilizationPercent": null}]}}
            """;

    private static final String TASK = """
            {"protocol": 1, "sequence": 1, "services": [],
             "task": {"state": "%s", "detail": "", "lines": ["last"], "result": {"digest": "sha256:%s", "bytes": 5},
                      "steps": [{"kind": "copy", "title": "Copy of the base", "state": "done", "seconds": 12}]}}
            """;

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
    void givesATaskAndHearsWhatBecomesOfIt() {
        JobSummary job = agents.running("node01");
        String debian = "/opt/carme/images/debian";
        agents.run(
                new ImageLaunch(job.image(), "1", "bubblewrap", debian, "", List.of(), List.of(), List.of("jupyter")));
        agents.tasks().put(job.id(), sandbox(debian));

        JsonObject json = bootstrap(job, 0, "node01").json();

        assertThat(json.getJsonObject("task").toString())
                .isEqualTo("{\"kind\":\"sandbox\",\"source\":{\"location\":\"" + debian
                        + "\",\"folders\":[\"/opt/carme/images\"]},\"target\":\"/opt/carme/images/own/alice/made\","
                        + "\"targetFolder\":\"/opt/carme/images/own\",\"limits\":{\"bytes\":1000,\"processes\":10},"
                        + "\"mirrors\":{\"pip\":\"http://mirror/simple\"},\"steps\":[]}");
        assertThat(json.getJsonObject("image").getString("location")).isEqualTo("/opt/carme/images/own/alice/made");
        assertThat(json.getJsonObject("image").getJsonArray("writable")).isNotEmpty();
        assertThat(json.getJsonObject("homeDays")).hasToString("{\"logs\":90}");

        String token = json.getString("token");
        byte[] document = {(byte) 0x1f, (byte) 0x8b, 0};
        assertThat(client.put("contents", token, document).status()).isEqualTo(200);
        assertThat(agents.tasks().contents()).containsExactly(document);
        assertThat(client.put("contents", "guessed", document).status()).isEqualTo(401);
        assertThat(client.report(token, TASK.formatted("done", "a".repeat(64))).status())
                .isEqualTo(200);
        assertThat(agents.tasks().reports()).singleElement().satisfies(report -> {
            assertThat(report.state()).isEqualTo(TaskReport.State.DONE);
            assertThat(report.steps())
                    .containsExactly(new StepProgress("copy", "Copy of the base", StepProgress.State.DONE, 12));
            assertThat(report.lines()).containsExactly("last");
            assertThat(report.result()).contains(new TaskReport.Result("sha256:" + "a".repeat(64), 5));
        });
        assertThat(client.report(token, TASK.formatted("done", "/etc/shadow")).status())
                .isEqualTo(400);
        assertThat(client.report(token, TASK.formatted("approved", "a".repeat(64)))
                        .status())
                .isEqualTo(400);
    }

    private static JobTask sandbox(String source) {
        return new JobTask(
                BuildKind.SANDBOX,
                source,
                Optional.of("/opt/carme/images/own/alice/made"),
                "/opt/carme/images/own",
                Optional.empty(),
                1000,
                10,
                new JobTask.Mirrors(List.of(), Optional.of("http://mirror/simple"), Optional.empty()),
                JsonValue.EMPTY_JSON_ARRAY);
    }

    @Test
    void letsAnAgentInAndHearsItsReports() {
        JobSummary job = agents.running("node01");

        AgentClient.Answer answer = bootstrap(job, 0, "node01");

        assertThat(answer.status()).isEqualTo(200);
        JsonObject json = answer.json();
        assertThat(json.getInt("protocol")).isEqualTo(1);
        assertThat(json.getString("job")).isEqualTo(job.key());
        assertThat(json.getString("listen")).isEqualTo("10.77.1.11");
        assertThat(json.getString("gateway")).isEqualTo("carme-gateway");
        assertThat(json.getInt("heartbeatSeconds")).isEqualTo(10);
        JsonObject jupyter = json.getJsonArray("services").getJsonObject(0);
        assertThat(jupyter.getString("base")).isEqualTo("/entry/" + job.key() + "/jupyter");
        assertThat(jupyter.getString("listen")).isEqualTo("unix");
        assertThat(jupyter.getJsonObject("files").getString("jupyter_config.json"))
                .contains("{secret}");

        AgentClient.Answer reported = client.report(json.getString("token"), READY);

        assertThat(reported.status()).isEqualTo(200);
        assertThat(reported.json().getBoolean("stop")).isFalse();
        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);
        Route route = agents.routes().find(job.key()).orElseThrow();
        assertThat(route.address()).isEqualTo("10.77.1.11");
        assertThat(route.port()).isEqualTo(40_123);
    }

    @Test
    void tellsNodesHowToReachEachOther() {
        JobSummary job = agents.running("node01", "node02");
        JsonObject json = bootstrap(job, 1, "node02").json();
        String key = "ssh-ed25519 " + "A".repeat(68);
        String report =
                "{\"protocol\": 1, \"sequence\": %d, \"services\": [], \"ssh\": {\"port\": 40125, \"key\": \"%s\"}}";

        assertThat(json.getBoolean("ssh")).isTrue();
        assertThat(client.report(json.getString("token"), report.formatted(1, key))
                        .json()
                        .getJsonArray("nodes"))
                .hasToString(
                        "[{\"name\":\"node02\",\"address\":\"10.77.1.12\",\"port\":40125,\"key\":\"" + key + "\"}]");
        AgentClient.Answer nonsense = client.report(json.getString("token"), report.formatted(2, "ssh-rsa " + key));
        assertThat(nonsense.status()).isEqualTo(200);
        assertThat(nonsense.json()).doesNotContainKey("nodes");
    }

    @Test
    void saysHowTheJobsImageIsRun() {
        JobSummary job = agents.running("node01");
        ImageBind data = new ImageBind("/data", "/data", true);
        agents.run(new ImageLaunch(
                job.image(),
                "12",
                "bubblewrap",
                "/opt/carme/images/debian",
                "",
                List.of(data),
                List.of("no-network"),
                List.of()));

        JsonObject image = bootstrap(job, 0, "node01").json().getJsonObject("image");

        assertThat(image.getString("name")).isEqualTo(job.image() + ":12");
        assertThat(image.getString("location")).isEqualTo("/opt/carme/images/debian");
        assertThat(image.getJsonArray("folders").getString(0)).isEqualTo("/opt/carme/images");
        assertThat(image.getJsonArray("command").getString(0)).isEqualTo("bwrap");
        assertThat(image.getJsonArray("readOnlyBind").getString(0)).isEqualTo("--ro-bind");
        assertThat(image.getJsonArray("flags").getString(0)).isEqualTo("--unshare-net");
        assertThat(image.getJsonArray("binds").getJsonObject(0).getBoolean("readOnly"))
                .isTrue();
    }

    @Test
    void refusesASecretTheSecondTime() {
        JobSummary job = agents.running("node01", "node02");
        String token = bootstrap(job, 0, "node01").json().getString("token");

        AgentClient.Answer elsewhere = bootstrap(job, 0, "node02");
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.code()).isEqualTo("bootstrap-refused");
        client.report(token, READY);
        assertThat(bootstrap(job, 0, "node01").status()).isEqualTo(403);
    }

    @Test
    void refusesForeignJobsAndNodes() {
        JobSummary job = agents.running("node01");
        JobSummary other = agents.running("node02");
        String secret = agents.secret(job, 0);

        assertThat(client.bootstrap(secret, TestAgents.schedulerId(other), "node02")
                        .status())
                .isEqualTo(403);
        assertThat(bootstrap(job, 0, "node02").status()).isEqualTo(403);
        assertThat(bootstrap(job, 0, "login01.example.org").status()).isEqualTo(403);
        assertThat(client.bootstrap("guessed", TestAgents.schedulerId(job), "node01")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void asksAnAgentToComeBackWhileItsJobDoesNotRun() {
        AgentClient.Answer early = bootstrap(agents.submitted(1), 0, "node01");

        assertThat(early.status()).isEqualTo(503);
        assertThat(early.code()).isEqualTo("cluster-unavailable");
    }

    @Test
    void saysWhichVersionsItSpeaks() {
        AgentClient.Answer answer = client.post("bootstrap", "", "{\"protocol\": 2}");

        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.code()).isEqualTo("protocol-unsupported");
        assertThat(answer.json().getJsonArray("supported").getInt(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "Bearer", "../../etc/passwd"})
    void refusesTokensThatNobodyHas(String token) {
        AgentClient.Answer answer = client.report(token, READY);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void endsAnAgentWhoseJobIsOver() {
        JobSummary job = agents.running("node01");
        String token = bootstrap(job, 0, "node01").json().getString("token");
        agents.end(job);

        assertThat(client.report(token, READY).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"port\": 40123 | \"port\": 22",
                "\"port\": 40123 | \"port\": 70000",
                "\"port\": 40123 | \"port\": \"40123\"",
                "\"port\": 40123 | \"port\": 40123.5",
                "\"port\": 40123 | \"port\": 1e99999999",
                "\"sequence\": 1 | \"sequence\": -1",
                "\"sequence\": 1, | ``",
                "\"name\": \"terminal\" | \"name\": \"jupyter\"",
                "\"name\": \"terminal\" | \"name\": \"ssh\"",
                "\"name\": \"terminal\" | \"name\": null",
                "\"state\": \"ready\"} | \"state\": \"perfect\"}",
                "[{\"name\": \"jupyter\", \"state\": \"ready\", \"detail\": \"\"}, | [7,",
                "} | ``"
            })
    void refusesNonsenseInReports(String right, String wrong) {
        JobSummary job = agents.running("node01");
        String token = bootstrap(job, 0, "node01").json().getString("token");
        String body = READY.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThat(body).isNotEqualTo(READY);

        AgentClient.Answer answer = client.report(token, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(agents.routes().find(job.key())).isEmpty();
        assertThat(agents.state(job)).isEqualTo(JobState.STARTING);
    }

    @Test
    void handsOnWhatIsSaidOfUseAndLog() {
        String token = reporting();
        String log = Base64.getEncoder().encodeToString("hello\n".getBytes(StandardCharsets.UTF_8));

        AgentClient.Answer answer = client.report(token, with("""
                "staging": {"state": "failed", "bytes": 5, "totalBytes": 10, "item": "", "detail": "~/x is not there"},
                "sentAt": 1764180000500, "idleSeconds": 125, "results": {"state": "done", "totalBytes": 10},
                "log": {"offset": 7, "data": "%s"}, "resources": {"cpus": 4, "memoryBytes": 1e9, "gpus": [{"index": 0, "name": "A100"}]},
                "samples": [{"at": 1764180000003, "cpuCores": 1.5, "memoryBytes": 5,
                             "gpus": [{"index": 0, "utilizationPercent": 35, "memoryBytes": 7, "memoryTotalBytes": 9}]}]
                """.formatted(log)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getBoolean("logWanted")).isTrue();
        AgentReport report = agents.reports().get(agents.reports().size() - 1);
        assertThat(report.idleSeconds()).hasValue(125);
        assertThat(report.data().staging()).map(StagingProgress::detail).contains("~/x is not there");
        assertThat(report.data().results()).map(StagingProgress::totalBytes).contains(10L);
        assertThat(report.usage())
                .isEqualTo(new UsageClaim(
                        OptionalLong.of(1764180000500L),
                        List.of(new UsageClaim.ClaimedSample(
                                OptionalLong.of(1764180000003L),
                                OptionalDouble.of(1.5),
                                OptionalDouble.of(5),
                                List.of(new UsageClaim.ClaimedDevice(
                                        OptionalLong.of(0),
                                        OptionalDouble.of(35),
                                        OptionalDouble.of(7),
                                        OptionalDouble.of(9))))),
                        Optional.of(new UsageClaim.ClaimedResources(
                                OptionalDouble.of(4),
                                OptionalDouble.of(1e9),
                                List.of(new UsageClaim.ClaimedName(OptionalLong.of(0), "A100"))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"samples\": 7, \"resources\": [], \"log\": \"x\", \"sentAt\": \"now\", \"idleSeconds\": []",
                "\"samples\": [7, null, [], {\"gpus\": 7}, {\"gpus\": [7]}, {\"at\": 1e400, \"cpuCores\": \"many\"}]",
                "\"samples\": {\"cpuCores\": [[[[[[1]]]]]], \"memoryBytes\": 1e400}",
                "\"resources\": {\"cpus\": -1e300, \"gpus\": [{\"index\": -5, \"name\": 7}]}",
                "\"staging\": [], \"results\": 7, \"idleSeconds\": -1",
                "\"staging\": {\"state\": \"copying\", \"bytes\": 1e999999999, \"totalBytes\": -1, \"item\": [7]}",
                "\"log\": {\"offset\": -1, \"data\": \"\"}",
                "\"log\": {\"offset\": 0, \"data\": \"%%%\"}",
                "\"log\": {\"offset\": 1e99, \"data\": null}"
            })
    void takesAReportWhateverItSaysOfUseAndLog(String nonsense) {
        String token = reporting();

        assertThat(client.report(token, with(nonsense)).status()).isEqualTo(200);
    }

    private String reporting() {
        return bootstrap(agents.running("node01"), 0, "node01").json().getString("token");
    }

    private static String with(String facts) {
        return "{\"protocol\": 1, \"sequence\": 1, " + facts + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "7",
                "{",
                "{}",
                "{\"protocol\": \"1\"}",
                "{\"protocol\": 1}",
                "{\"protocol\": 1, \"secret\": \"s\", \"slurmJobId\": 1, \"node\": \"node01\"}",
                "{\"protocol\": 1, \"secret\": \"s\", \"slurmJobId\": \"1;id\", \"node\": \"node01\"}",
                "{\"protocol\": 1, \"secret\": \"s\", \"slurmJobId\": \"1\", \"node\": \"../x\"}"
            })
    void refusesNonsenseInBootstraps(String body) {
        assertThat(client.post("bootstrap", "", body).status()).isEqualTo(400);
    }

    @Test
    void refusesJsonThatIsNestedWithoutEnd() {
        assertThat(client.post("bootstrap", "", "[".repeat(60_000)).status()).isEqualTo(400);
        assertThat(client.post("reports", "", "{\"a\":".repeat(10_000)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/agent/", "/api/v1/agent/bootstrap/x", "/api/v1/jobs", "/home.xhtml"})
    void servesNothingElse(String path) {
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void wantsEveryCallPosted() {
        assertThat(client.get("/api/v1/agent/bootstrap").status()).isEqualTo(405);
    }

    private AgentClient.Answer bootstrap(JobSummary job, int nodeIndex, String node) {
        return client.bootstrap(agents.secret(job, nodeIndex), TestAgents.schedulerId(job), node);
    }
}
