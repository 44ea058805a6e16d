package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown of a job: its use and its log, while it runs and afterwards. */
class JobInfoIT {
    private static final Api ALICE = Api.as("alice");
    private static final Api BOB = Api.as("bob");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterAll
    static void endAll() {
        ALICE.endAll();
    }

    @Test
    void showsUseAndLogOfAJobToItsOwnerAlone() {
        long id = ALICE.start(Starts.gpu("watched"));
        ALICE.awaitState(id, "running");

        ALICE.await(id, PATIENCE, job -> !gpus(id).isEmpty());
        assertThat(gpus(id).get(0).getJsonNumber("memoryTotalBytes").longValue())
                .isEqualTo(40960L << 20);
        JsonObject node = usage(id).getJsonArray("nodes").getJsonObject(0);
        assertThat(node.getInt("cpus")).isEqualTo(2);
        assertThat(node.getJsonArray("gpus").getJsonObject(0).getString("name")).isEqualTo("pretend a100");
        ALICE.await(
                id,
                PATIENCE,
                job -> ALICE.get("/jobs/" + id + "/log")
                        .json()
                        .getString("text")
                        .contains("is ready"));
        for (String part : new String[] {"/usage", "/log"}) {
            assertThat(BOB.get("/jobs/" + id + part).status()).as(part).isEqualTo(404);
        }
        assertThat(Api.as("admin").get("/admin/jobs/" + id + "/usage").status()).isEqualTo(200);
        assertThat(BOB.get("/admin/jobs/" + id + "/usage").status()).isEqualTo(422);

        try (Chromium chromium = new Chromium()) {
            showsThePage(chromium, id);
            hidesThePage(chromium, id);
        }
    }

    @Test
    void tellsTheBrowserOnceThatAJobIsAboutToEnd() {
        String name = "ending " + System.nanoTime();
        long id = ALICE.start(Starts.cpu(name).replace("\"timeLimitMinutes\": 30", "\"timeLimitMinutes\": 9"));
        ALICE.awaitState(id, "running");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            tab.context()
                    .addInitScript(
                            "window.told = []; window.Notification = class extends Notification {"
                                    + " constructor(title, options) { super(title, options); told.push([title, options.body]); } };");
            HomePage.logIn(tab, "alice").row(name).locator(".job-name a").click();
            tab.locator("#notify").waitFor();
            assertThat(tab.evaluate("told.length")).isEqualTo(0);

            tab.context().grantPermissions(List.of("notifications"));
            tab.reload();
            tab.waitForFunction("told.length > 0");
            assertThat(tab.evaluate("told")).isEqualTo(List.of(List.of(name, "Ends in 9 minutes. Save your work.")));
            assertThat(tab.locator("#notify").isVisible()).isFalse();

            Page second = tab.context().newPage();
            second.navigate(Api.PORTAL + "/");
            new HomePage(second).row(name).waitFor();
            assertThat(second.evaluate("told.length"))
                    .as("said by the first tab")
                    .isEqualTo(0);
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static void showsThePage(Chromium chromium, long id) {
        Page tab = chromium.open(Chromium.Look.DESK);
        Complaints complaints = new Complaints().of(tab);
        HomePage.logIn(tab, "alice").row("watched").locator(".job-name a").click();
        assertThat(tab.locator("h1").textContent()).isEqualTo("watched");
        assertThat(tab.locator(".curve").count()).isEqualTo(4);
        assertThat(tab.locator("#pretend").isVisible()).isTrue();
        assertThat(tab.locator("#log-text").textContent()).contains("is ready");

        Cluster.run(
                "alice",
                "node01",
                "sh",
                "-c",
                "for log in ~/.local/share/carme/job-log-dir/*.out; do printf"
                        + " 'a \\033[31mred\\033[0m word\\n' >>$log; done");
        tab.locator("#log-text", new Page.LocatorOptions().setHasText("a red word"))
                .waitFor();

        tab.locator("#stop").click();
        tab.locator("#confirm-yes").click();
        tab.locator("#about[data-active=false]")
                .waitFor(new Locator.WaitForOptions().setTimeout((double) PATIENCE.toMillis()));
        assertThat(tab.locator("#log-text").textContent()).contains("a red word");
        ALICE.await(id, PATIENCE, job -> history(tab).matches("(?s).*GPU \\d+ %.*"));
        assertThat(complaints.all()).isEmpty();
    }

    /** What the history says of the job now. */
    private static String history(Page tab) {
        tab.navigate(Api.PORTAL + "/history.xhtml");
        return tab.locator("#history tr", new Page.LocatorOptions().setHasText("watched"))
                .first()
                .textContent();
    }

    private static void hidesThePage(Chromium chromium, long id) {
        Page tab = chromium.open(Chromium.Look.GERMAN_PHONE);
        HomePage.logIn(tab, "bob");
        tab.locator("#session").waitFor();
        tab.navigate(Api.PORTAL + "/job.xhtml?id=" + id);
        tab.locator(".ui-messages-error").waitFor();
        assertThat(tab.locator("#about").count()).isZero();
        assertThat(tab.content()).doesNotContain("watched");
    }

    private static JsonObject usage(long id) {
        return ALICE.get("/jobs/" + id + "/usage").json();
    }

    /** What the job's GPUs were seen doing. */
    private static List<JsonObject> gpus(long id) {
        return usage(id).getJsonArray("nodes").getValuesAs(JsonObject.class).stream()
                .flatMap(node -> node.getJsonArray("samples").getValuesAs(JsonObject.class).stream())
                .flatMap(sample -> sample.getJsonArray("gpus").getValuesAs(JsonObject.class).stream())
                .toList();
    }
}
