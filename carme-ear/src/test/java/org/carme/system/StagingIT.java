package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Data of a real job: on its nodes' own disks before it begins, results at home when it has ended. */
class StagingIT {
    private static final Api ALICE = Api.as("alice");
    private static final double PATIENCE = 90_000;
    private static final String WORK = "cd \"$CARME_LOCAL_SSD_PATH\" && mkdir results && "
            + "cat 'try Daten (Ü) $HOME/1 ü.txt' 'try-packed/2.txt' >'results/größe 1.txt'";

    @BeforeAll
    static void begin() {
        Portal.up();
        prepare("mkdir -p ~/'try Daten (Ü) $HOME' ~/try-in && cd ~/'try Daten (Ü) $HOME' && echo eins >'1 ü.txt' "
                + "&& cd ~/try-in && echo zwei >2.txt && tar -czf ~/try-packed.tar.gz 2.txt");
        prepare("cat >~/try-work.sh <<'END'\n" + WORK + "\nEND");
    }

    @AfterAll
    static void endAll() {
        ALICE.endAll();
        onTheNode("rm -rf ~/try* ~/.config/carme/at-end.d/try");
    }

    @Test
    void bringsDataToEveryNodeAndResultsHome() {
        long id = ALICE.start(withData(
                Starts.gpu("data").replace("\"nodes\": 1", "\"nodes\": 2"),
                "\"stageIn\": [\"~/try Daten (Ü) $HOME\", \"~/try-packed.tar.gz\"], \"stageOut\": \"~/try aus ü\""));
        JsonObject running = ALICE.awaitState(id, "running");
        List<String> nodes = running.getJsonArray("nodes").getValuesAs(JsonString::getString);
        assertThat(ALICE.list("/jobs/" + id + "/staging"))
                .extracting(node -> node.getString("node") + " " + node.getString("state"))
                .containsExactly(nodes.get(0) + " done", nodes.get(1) + " done");
        assertThat(Api.as("bob").get("/jobs/" + id + "/staging").status()).isEqualTo(404);
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "alice");
            tab.navigate(Api.PORTAL + "/job.xhtml?id=" + id);
            assertThat(tab.locator("#staging-nodes")).containsText(nodes.get(1));
            assertThat(tab.locator("#head")).containsText("~/try Daten (Ü) $HOME");
            assertThat(complaints.all()).isEmpty();
            tab.navigate(ALICE.post("/jobs/" + id + "/entry-points/terminal/ticket", "{}")
                    .json()
                    .getString("url"));
            awaitText(tab, nodes.get(0));
            tab.keyboard().type("bash ~/try-work.sh; clear; echo do''ne $?\n");
            awaitText(tab, "done 0");
        }

        ALICE.delete("/jobs/" + id);
        ALICE.awaitState(id, "ended");

        String result = "~/'try aus ü'/" + nodes.get(0) + "/'größe 1.txt'";
        await(() -> onTheNode("cat " + result).equals("eins\nzwei"));
        for (String node : nodes) {
            await(() -> Cluster.as("alice", node, "bash", "-c", "ls /tmp | grep carme-job-")
                    .output()
                    .isBlank());
        }
    }

    @Test
    void goesOnWithoutWhatIsMissing() {
        prepare("echo 'no folder' >~/try-file");
        long id = ALICE.start(
                withData(Starts.cpu("without data"), "\"stageIn\": [\"~/try-gone\"], \"stageOut\": \"~/try-file/1\""));
        JsonObject running = ALICE.awaitState(id, "running");

        assertThat(ALICE.list("/jobs/" + id + "/staging")).singleElement().satisfies(node -> {
            assertThat(node.getString("state")).isEqualTo("failed");
            assertThat(node.getString("detail")).isEqualTo("~/try-gone is not there");
        });
        assertThat(ALICE.get("/notifications?limit=5").json().toString()).contains("\"event\":\"data-missing\"");

        String disk = "/tmp/carme-job-disk-" + running.getString("slurmJobId") + "/data/results";
        Cluster.run(
                "alice",
                running.getJsonArray("nodes").getString(0),
                "bash",
                "-c",
                "mkdir %1$s && echo 1 >%1$s/a".formatted(disk));
        ALICE.delete("/jobs/" + id);
        ALICE.awaitState(id, "ended");

        assertThat(ALICE.get("/notifications?limit=5").json().toString()).contains("\"event\":\"results-missing\"");
    }

    /** The last half minute begins with a copy, and Slurm looks at time limits twice a minute. */
    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void bringsHomeWhatIsMadeUntilTheTimeIsOver() {
        prepare("mkdir -p ~/.config/carme/at-end.d && cd ~/.config/carme/at-end.d "
                + "&& printf '#!/bin/sh\ndate >>~/try-mark\n' >try && chmod 700 try");
        long id = ALICE.start(withData(Starts.cpu("on time").replace(": 30", ": 3"), "\"stageOut\": \"~/try-time\""));
        JsonObject running = ALICE.awaitState(id, "running");
        String node = running.getJsonArray("nodes").getString(0);
        String disk = "/tmp/carme-job-disk-" + running.getString("slurmJobId") + "/data/results";
        Cluster.run("alice", node, "bash", "-c", "mkdir %1$s && echo eins >%1$s/early".formatted(disk));

        await(Duration.ofMinutes(4), () -> onTheNode("cat ~/try-time/early").equals("eins"));
        assertThat(onTheNode("wc -l <~/try-mark")).as("a minute before").isEqualTo("1");
        Cluster.run("alice", node, "bash", "-c", "echo zwei >%1$s/late; echo drei >>%1$s/early".formatted(disk));
        JsonObject ended = ALICE.await(
                id, Duration.ofMinutes(3), found -> found.getString("state", "").equals("ended"));

        assertThat(ended.getString("outcome")).isEqualTo("timed-out");
        assertThat(onTheNode("cd ~/try-time && cat early late")).isEqualTo("eins\ndrei\nzwei");
        assertThat(onTheNode("wc -l <~/try-mark")).as("once").isEqualTo("1");
        assertThat(ALICE.get("/notifications?limit=10").json().getJsonArray("notifications"))
                .extracting(JsonValue::asJsonObject)
                .filteredOn(told -> told.getString("page", "").endsWith("id=" + id))
                .extracting(told -> told.getString("event"))
                .isNotEmpty()
                .doesNotContain("results-missing");
        await(
                Duration.ofSeconds(20),
                () -> Cluster.as("alice", node, "bash", "-c", "ls /tmp | grep carme-job-")
                        .output()
                        .isBlank());
    }

    @Test
    void refusesPathsOfOthers() {
        for (String thing : List.of("/home/bob/x", "~/../bob/x", "/etc/passwd", "dataset:unknown")) {
            assertThat(ALICE.post("/jobs", withData(Starts.cpu("refused"), "\"stageIn\": [\"" + thing + "\"]"))
                            .status())
                    .as(thing)
                    .isEqualTo(422);
        }
    }

    private static String withData(String start, String data) {
        return start.replaceFirst("}\\s*$", ", ") + data + "}";
    }

    private static void await(BooleanSupplier condition) {
        await(Duration.ofSeconds(20), condition);
    }

    private static void await(Duration patience, BooleanSupplier condition) {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Api.pause();
        }
    }

    private static void awaitText(Page tab, String text) {
        tab.locator(".xterm-rows", new Page.LocatorOptions().setHasText(text))
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static void prepare(String script) {
        Cluster.run("alice", "node01", "bash", "-c", script);
    }

    private static String onTheNode(String script) {
        return Cluster.as("alice", "node01", "bash", "-c", script).output().strip();
    }
}
