package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Images that users make: really built on a node, with packages of the mirror that the launcher serves. */
class BuildsIT {
    private static final Api CARLA = Api.as("carla");
    private static final Api ALICE = Api.as("alice");
    private static final Api BOB = Api.as("bob");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What jobs have recorded stays, so that each run has its own. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private static final String BASE = "to-build-on-" + RUN;
    private static final String MINE = "mine-" + RUN;

    @BeforeAll
    static void begin() {
        Portal.up();
        BuildBase.make(BASE);
    }

    @AfterEach
    void endJobs() {
        ALICE.endAll();
    }

    @Test
    void makesAnImageThatItsOwnerStartsAndAManagerApproves() {
        long id = build(MINE, """
                {"kind": "apt", "packages": ["hello"]}, {"kind": "pip", "packages": ["carme-sample==1.0"]},
                {"kind": "file", "path": "/opt/tool", "text": "#!/bin/sh\\necho made\\n", "executable": true},
                {"kind": "environment", "name": "MADE_BY", "value": "alice"},
                {"kind": "run", "script": "hello >/opt/greeting; /opt/tool >>/opt/greeting"}""");
        assertThat(ALICE.post("/builds", wish(MINE, "")).json().getString("detail"))
                .contains("is being made already");
        await(id, build -> progress(build).contains("running"));
        Portal.kill();
        Portal.up();

        JsonObject built = await(id, build -> !state(build).equals("running"));
        assertThat(state(built)).as(built.toString()).isEqualTo("done");
        assertThat(built.getJsonObject("build").getString("versionState")).isEqualTo("draft");
        ALICE.awaitState(id, "ended");
        assertThat(BOB.get("/builds/" + id).status()).isEqualTo(404);
        assertThat(BOB.get("/images/" + MINE).status()).isEqualTo(404);

        startsWithWhatWasBuilt();
        assertThat(ALICE.post("/builds/" + id + "/offer", "").status()).isEqualTo(200);
        assertThat(CARLA.get("/builds?of=offered").json().getJsonArray("builds").getValuesAs(JsonObject.class))
                .extracting(build -> build.getString("image"))
                .contains(MINE);
        BuildBase.approve(MINE);
        assertThat(CARLA.get("/builds?of=offered").json().getJsonArray("builds").getValuesAs(JsonObject.class))
                .extracting(build -> build.getString("image"))
                .doesNotContain(MINE);
    }

    private static void startsWithWhatWasBuilt() {
        assertThat(ALICE.get("/images/" + MINE + "/versions/1/packages?search=hello")
                        .json()
                        .getJsonArray("packages"))
                .isNotEmpty();
        long job = ALICE.start(Starts.cpu("mine").replace("\"base\"", '"' + MINE + '"'));
        ALICE.await(job, PATIENCE, one -> one.getString("state").equals("running"));
        String root = "/proc/$(pgrep -u alice -n jupyter-noteboo)/root";
        assertThat(onTheNode("cat " + root + "/opt/greeting")).contains("Hello, world!", "made");
        assertThat(onTheNode("tr '\\0' '\\n' <" + root.replace("/root", "/environ")))
                .contains("MADE_BY=alice");
        ALICE.delete("/jobs/" + job);
        ALICE.awaitState(job, "ended");
    }

    @Test
    void showsTheLastLinesOfAStepThatFails() {
        long id = build("failing-" + RUN, "{\"kind\": \"run\", \"script\": \"echo about to fail; exit 3\"}");

        JsonObject build = await(id, one -> !state(one).equals("running"));

        assertThat(build.getString("failure")).isEqualTo("step");
        assertThat(build.getJsonArray("lines").toString()).contains("about to fail");
        assertThat(ALICE.awaitState(id, "ended").getString("outcome")).isEqualTo("failed");
        assertThat(ALICE.delete("/builds/" + id).status()).isEqualTo(204);
    }

    @Test
    void stopsABuild() {
        long id = build("stopped-" + RUN, "");
        await(id, build -> progress(build).contains("copy running"));

        assertThat(ALICE.post("/builds/" + id + "/cancel", "").status()).isEqualTo(202);

        ALICE.awaitState(id, "ended");
        assertThat(state(ALICE.get("/builds/" + id).json())).isEqualTo("cancelled");
        assertThat(onTheNode("ls -d /opt/carme/images/own/alice/stopped-" + RUN + "-1-???????? 2>/dev/null"))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeBuilt() {
        assertRefused(BOB, "base", wish("x-" + RUN, "").replace(BASE, "base"));
        assertRefused(ALICE, "base", wish("x-" + RUN, "").replace(BASE, "unknown"));
        assertRefused(ALICE, "steps", wish("x-" + RUN, "{\"kind\": \"apt\", \"packages\": [\"-o=x\"]}"));
        assertRefused(ALICE, "image", wish(BASE, ""));
        assertRefused(
                ALICE,
                "recipe",
                "{\"image\":\"x\",\"version\":\"1\",\"format\":\"dockerfile\",\"recipe\":\"FROM a\\nEXPOSE 1\"}");
        assertThat(ALICE.post("/images/" + BASE + "/versions/1/inventory", "")
                        .json()
                        .getString("code"))
                .as("neither owner nor manager")
                .isEqualTo("not-permitted");
    }

    private static void assertRefused(Api user, String field, String wish) {
        Api.Answer answer = user.post("/builds", wish);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .as(answer.json().toString())
                .isEqualTo(field);
    }

    private static long build(String image, String steps) {
        Api.Answer answer = ALICE.post("/builds", wish(image, steps));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().getJsonObject("build").getJsonNumber("id").longValue();
    }

    private static String wish(String image, String steps) {
        return "{\"image\": \"%s\", \"version\": \"1\", \"base\": \"%s\", \"steps\": [%s]}"
                .formatted(image, BASE, steps);
    }

    private static JsonObject await(long id, Predicate<JsonObject> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonObject build = ALICE.get("/builds/" + id).json();
        while (!wanted.test(build)) {
            assertThat(Instant.now()).as(build.toString()).isBefore(end);
            Api.pause();
            build = ALICE.get("/builds/" + id).json();
        }
        return build;
    }

    private static String state(JsonObject build) {
        return build.getJsonObject("build").getString("state");
    }

    /** Kind and state of each step. */
    private static List<String> steps(JsonObject build) {
        return build
                .getOrDefault("steps", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(step -> step.getString("kind") + " " + step.getString("state"))
                .toList();
    }

    private static String progress(JsonObject build) {
        return String.join(", ", steps(build));
    }

    private static String onTheNode(String script) {
        return Cluster.as("alice", "node04", "bash", "-c", script).output().strip();
    }
}
