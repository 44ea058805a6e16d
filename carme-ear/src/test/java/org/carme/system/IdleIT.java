package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jobs that nobody uses, on a portal that stops them after seconds instead of hours. */
class IdleIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    private static final String NOTEBOOK = """
            {"cells": [{"cell_type": "code", "execution_count": null, "id": "a", "metadata": {}, "outputs": [], "source": []}],
             "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
             "nbformat": 4, "nbformat_minor": 5}""";

    private final Api alice = Api.as("alice");

    @BeforeAll
    static void begin() {
        Portal.down();
        Portal.up(Map.of("CARME_IDLE_AFTER_MINUTES", "0.1", "CARME_IDLE_GRACE_MINUTES", "1"));
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down();
    }

    @AfterEach
    void leaveNothing() {
        alice.endAll();
    }

    @Test
    void stopsAnIdleJobButNotOneWhoseOwnerStillWorks() {
        String name = "still working " + System.nanoTime();
        long left;
        long kept;
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage home = HomePage.logIn(tab, "alice");
            left = alice.start(Starts.cpu("left alone"));
            kept = alice.start(Starts.cpu(name));
            Locator note = home.row(name).locator(".idle");
            assertThat(note).isVisible(SOON);
            assertThat(note).containsText("Not used since");
            String end = alice.job(kept).getString("idleEndsAt");
            note.locator("button").click();
            alice.await(kept, PATIENCE, job -> !job.getString("idleEndsAt", "").equals(end));
            assertThat(complaints.all()).isEmpty();
        }
        assertThat(Api.as("bob").post("/jobs/" + kept + "/still-working", "").status())
                .isEqualTo(404);

        JsonObject stopped = alice.await(left, PATIENCE, job -> "ended".equals(job.getString("state", "")));
        assertThat(stopped.getString("outcome")).isEqualTo("cancelled");
        JsonObject entry = alice.get("/audit?action=job-stopped&limit=1")
                .json()
                .getJsonArray("entries")
                .getJsonObject(0);
        assertThat(entry.getString("actor") + " " + entry.getString("detail")).isEqualTo("carme idle");
        assertThat(alice.get("/notifications")
                        .json()
                        .getJsonArray("notifications")
                        .getValuesAs(JsonObject.class))
                .extracting(message -> message.getString("event"))
                .contains("job-idle", "job-stopped-idle");
    }

    /** Jupyter would save by itself only later; its page asks for news every half minute. */
    @Test
    void savesWhatIsOpenInANotebook() {
        String name = "unsaved " + System.nanoTime();
        String file = "test-idle-" + System.nanoTime() + ".ipynb";
        onTheHead("cat >~/" + file + " <<'END'\n" + NOTEBOOK + "\nEND");
        try (Chromium chromium = new Chromium()) {
            HomePage home = HomePage.logIn(chromium.open(Chromium.Look.DESK), "alice");
            long id = alice.start(Starts.cpu(name));
            Page notebook = home.open(name, "Jupyter");
            notebook.navigate(notebook.url().replaceFirst("/tree.*", "/notebooks/" + file));
            notebook.locator(".kernel_idle_icon").waitFor();
            notebook.evaluate("Jupyter.notebook.set_autosave_interval(0)");
            notebook.locator(".CodeMirror").first().click();
            notebook.keyboard().type("print('kept')");

            assertThat(notebook.getByText("What is open is saved.")).isVisible(SOON);

            assertThat(onTheHead("cat ~/" + file)).contains("print('kept')");
            JsonObject stopped = alice.await(id, PATIENCE, job -> "ended".equals(job.getString("state", "")));
            assertThat(stopped.getString("outcome")).isEqualTo("cancelled");
        } finally {
            onTheHead("rm -f ~/" + file);
        }
    }

    private static String onTheHead(String script) {
        return Cluster.run("alice", "head", "bash", "-c", script);
    }
}
