package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real jobs in a real Debian, which the launcher puts into the nodes' image store as {@code debian}. */
class RuntimesIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api CARLA = Api.as("carla");
    private static final Api ALICE = Api.as("alice");
    private static final String NODE = "node04";
    private static final String STORE = "/opt/carme/images/";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path STORE_HERE =
            Path.of(System.getenv().getOrDefault("CARME_STATE", "../.carme"), "test", "images");

    /** What jobs have recorded stays, so that each run has its own. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private static final String TEMPLATE = "In an image";
    private static final String TEMPLATE_PATH = "/admin/templates/In%20an%20image";

    private static final String INSIDE = "/proc/$(pgrep -u alice -n jupyter-noteboo)";

    private static Path outside;
    private static Path gone;

    @BeforeAll
    static void begin() throws IOException {
        Portal.up();
        outside = Files.createSymbolicLink(STORE_HERE.resolve("outside-" + RUN), Path.of("/usr"));
        gone = Files.createSymbolicLink(STORE_HERE.resolve("gone-" + RUN), Path.of("debian"));
        JsonArrayBuilder offered = Json.createArrayBuilder().add("base");
        offered.add(image("bubblewrap", "bubblewrap", "debian"));
        offered.add(image("charliecloud", "charliecloud", "debian"));
        offered.add(image("outside", "bubblewrap", outside.getFileName().toString()));
        offered.add(image("gone", "bubblewrap", gone.getFileName().toString()));
        ADMIN.delete(
                TEMPLATE_PATH + "?version=" + ADMIN.get(TEMPLATE_PATH).json().getInt("version", 0));
        assertThat(ADMIN.post("/admin/templates", template(offered)).status()).isEqualTo(201);
    }

    @AfterEach
    void endJobs() {
        ALICE.endAll();
    }

    @AfterAll
    static void removeLinks() throws IOException {
        Files.deleteIfExists(outside);
        Files.deleteIfExists(gone);
    }

    /** One that is approved; its name. */
    private static String image(String label, String runtime, String folder) {
        String name = label + "-" + RUN;
        assertThat(CARLA.post("/admin/images", "{\"name\":\"%1$s\",\"title\":\"%1$s\"}".formatted(name))
                        .status())
                .isEqualTo(201);
        String version =
                "{\"version\":\"1\",\"runtime\":\"%s\",\"location\":\"%s\"}".formatted(runtime, STORE + folder);
        JsonObject draft =
                CARLA.post("/admin/images/" + name + "/versions", version).json();
        String state = "/admin/images/" + name + "/versions/1/state?revision=" + draft.getInt("revision");
        assertThat(CARLA.put(state, "{\"state\":\"active\"}").status()).isEqualTo(200);
        return name;
    }

    private static String template(JsonArrayBuilder images) {
        return """
                {"name": "%s", "groups": ["carme-users"], "partition": "cpu", "account": "lab", "maxJobs": 2,
                 "maxNodes": 1, "maxMinutes": 60, "defaultMinutes": 30, "cpusPerAccelerator": 2,
                 "megabytesPerAccelerator": 1000, "accelerators": {"cpu": 0}, "images": %s}""".formatted(TEMPLATE, images.build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bubblewrap", "charliecloud"})
    void runsJupyterInTheImageWithTheUsersHome(String runtime) {
        prepare("echo from the node >~/on-the-node");
        long id = start(runtime);
        ALICE.await(id, PATIENCE, job -> entry(job).getBoolean("ready", false));

        String ticket = ALICE.post("/jobs/" + id + "/entry-points/jupyter/ticket", "{}")
                .json()
                .getString("url");
        Browser browser = new Browser();
        String tree = browser.get(ticket).uri().toString();
        String contents = tree.substring(0, tree.lastIndexOf("/tree")) + "/api/contents/on-the-node";
        assertThat(browser.get(contents).body()).contains("from the node");
        assertThat(onTheNode("find /proc/$(pgrep -u alice -n jupyter-noteboo)/root/opt -maxdepth 0 -empty"))
                .as("the image's own folder, where the node has Carme")
                .endsWith("/root/opt");
        assertThat(onTheNode("tr '\\0' '\\n' </proc/$(pgrep -u alice -n jupyter-noteboo)/environ"))
                .containsPattern("(?m)^PATH=/tmp/carme-job-[^/]+/\\.image/shell/bin:")
                .containsPattern("(?m)^TMPDIR=/tmp/carme-job-[^/]+/\\.job/tmp$");
        assertThat(onTheNode("/tmp/carme-job-*/.image/shell/bin/carme_notify --help"))
                .startsWith("Usage: carme_notify");

        ALICE.delete("/jobs/" + id);
        ALICE.awaitState(id, "ended");
        assertNothingRemains();
    }

    @Test
    void showsTheFolderOfAPublicProjectAndScratch() {
        String slug = project("public");
        prepare("mkdir -m 755 /mnt/projects/" + slug);
        long id = start("bubblewrap", slug);
        ALICE.await(id, PATIENCE, job -> entry(job).getBoolean("ready", false));

        assertThat(onTheNode(
                        "cd " + INSIDE + "/root/mnt && echo by the job | tee projects/" + slug + "/a >scratch/alice/a"))
                .isEmpty();
        assertThat(onTheNode("cat /mnt/projects/" + slug + "/a /mnt/scratch/alice/a"))
                .isEqualTo("by the job\nby the job");
        assertThat(onTheNode("ls " + INSIDE + "/root/mnt/projects " + INSIDE + "/root/mnt/scratch | grep -v :"))
                .as("those of others")
                .isEqualTo(slug + "\n\nalice");
        assertThat(onTheNode("tr '\\0' '\\n' <" + INSIDE + "/environ"))
                .contains("CARME_PROJECT_DIR=/mnt/projects/" + slug, "CARME_SCRATCH_DIR=/mnt/scratch/alice");
    }

    @Test
    void hidesTheHomeInAConfidentialProject() {
        String slug = project("confidential");
        prepare("mkdir -m 755 /mnt/projects/" + slug);
        Api.Answer plain = ALICE.post("/jobs", wish("base", slug).replace("base-" + RUN, "base"));
        assertThat(plain.status()).isEqualTo(422);
        assertThat(plain.json().toString()).contains("\"field\":\"image\"", "images alone");
        long id = start("bubblewrap", slug);
        ALICE.await(id, PATIENCE, job -> entry(job).getBoolean("ready", false));

        assertThat(onTheNode("ls -A " + INSIDE + "/root/home"))
                .as("but for the job's own folder")
                .isEqualTo("SSD");
        assertThat(onTheNode("tr '\\0' '\\n' <" + INSIDE + "/environ"))
                .containsPattern("(?m)^HOME=/mnt/projects/" + slug + "/alice$")
                .containsPattern("(?m)^CARME_SCRATCH_DIR=$");
        assertThat(onTheNode("stat -c '%a %U' /mnt/projects/" + slug + "/alice"))
                .isEqualTo("700 alice");
    }

    /** @return the slug of a project of alice's that gives the template */
    private static String project(String classification) {
        String wanted = "{\"name\":\"%s %s\",\"classification\":\"%1$s\"}".formatted(classification, RUN);
        String slug =
                ALICE.post("/projects", wanted).json().getJsonObject("project").getString("slug");
        String grant = "{\"templates\":[\"" + TEMPLATE + "\"]}";
        assertThat(ADMIN.post("/admin/projects/" + slug + "/approval", grant).status())
                .isEqualTo(200);
        return slug;
    }

    @Test
    void saysThatAnImageLeadsOutOfTheStore() {
        long id = start("outside");

        assertThat(failure(id)).contains("leads out of the image store");
    }

    @Test
    void saysThatAnImageWasDeleted() throws IOException {
        Files.delete(gone);
        long id = start("gone");

        assertThat(failure(id)).contains("gone-" + RUN).contains("not on this node");
    }

    private static long start(String label, String project) {
        return ALICE.start(wish(label, project));
    }

    private static String wish(String label, String project) {
        return wish(label).replaceFirst("}\\s*$", ", \"project\": \"" + project + "\"}");
    }

    private static long start(String label) {
        return ALICE.start(wish(label));
    }

    private static String wish(String label) {
        return Starts.cpu("in " + label)
                .replace("\"CPU\"", '"' + TEMPLATE + '"')
                .replace("\"base\"", '"' + label + "-" + RUN + '"');
    }

    /** Why Jupyter cannot be started. */
    private static String failure(long id) {
        return entry(ALICE.await(id, PATIENCE, job -> entry(job).containsKey("failure")))
                .getString("failure");
    }

    private static JsonObject entry(JsonObject job) {
        return job.getJsonArray("entryPoints").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("name").equals("jupyter"))
                .findFirst()
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    private static void assertNothingRemains() {
        String remains = "pgrep -u alice -a | grep -v bash; ls -d /tmp/carme-job-* 2>/dev/null";
        for (int looks = 0; looks < 80 && !onTheNode(remains).isEmpty(); looks++) {
            Api.pause();
        }
        assertThat(onTheNode(remains)).isEmpty();
    }

    private static void prepare(String script) {
        Cluster.run("alice", NODE, "bash", "-c", script);
    }

    private static String onTheNode(String script) {
        return Cluster.as("alice", NODE, "bash", "-c", script).output().strip();
    }
}
