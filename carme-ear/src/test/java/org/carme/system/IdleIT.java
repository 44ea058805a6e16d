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

    private final Api alice = Api.as("alice");

    @BeforeAll
    static void begin() {
        Portal.down();
        Portal.up(Map.of("CARME_IDLE_AFTER_MINUTES", "0.1", "CARME_IDLE_GRACE_MINUTES", "0.5"));
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
}
