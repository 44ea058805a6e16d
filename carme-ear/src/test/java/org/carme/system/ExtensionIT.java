package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More time for running jobs, on a portal that permits it. */
class ExtensionIT {
    private static final Map<String, String> PERMITTED =
            Map.of("CARME_JOBS_EXTEND_TIMES", "2", "CARME_JOBS_EXTEND_HOURS", "1");

    private final Api alice = Api.as("alice");

    @BeforeAll
    static void begin() {
        Portal.down();
        Portal.up(PERMITTED);
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down();
    }

    @AfterEach
    void leaveNothing() {
        Cluster.start("restd");
        alice.endAll();
    }

    @Test
    void extendsARunningJobOnItsRowAndItsPage() {
        String name = "longer " + System.nanoTime();
        long id = alice.start(Starts.cpu(name));
        alice.awaitState(id, "running");
        Instant end = end(alice.job(id));
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            Locator button = HomePage.logIn(tab, "alice").row(name).locator("button.extend");
            assertThat(button).containsText("Extend by 1 h");
            tab.waitForLoadState();
            button.click();
            assertThat(tab.locator("#confirm-text")).containsText(name);
            tab.locator("#confirm-yes").click();
            awaitEnd(id, end.plus(Duration.ofHours(1)));

            tab.navigate(Api.PORTAL + "/job.xhtml?id=" + id);
            tab.locator("#extend").click();
            tab.locator("#confirm-yes").click();
            assertThat(tab.locator("#extend")).hasCount(0);
            awaitEnd(id, end.plus(Duration.ofHours(2)));
            assertThat(complaints.all()).isEmpty();
        }
        Api.Answer third = extend(id);
        assertThat(third.status()).as("two are permitted").isEqualTo(409);
        assertThat(alice.get("/audit?action=job-extended&limit=2").json().getJsonArray("entries"))
                .hasSize(2);
        assertThat(Api.as("bob")
                        .post("/jobs/" + id + "/extension", "{\"minutes\":1}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void extendsOnceWhenThePortalDiesBeforeSlurmKnows() {
        long id = alice.start(Starts.cpu("kept " + System.nanoTime()));
        alice.awaitState(id, "running");
        JsonObject before = alice.job(id);
        Cluster.stop("restd");
        assertThat(extend(id).json().getInt("timeLimitMinutes")).isEqualTo(before.getInt("timeLimitMinutes") + 60);
        assertThat(extend(id).status()).as("the first is not there yet").isEqualTo(409);
        Portal.kill();
        Cluster.start("restd");
        Portal.up(PERMITTED);

        awaitEnd(id, end(before).plus(Duration.ofHours(1)));
        assertThat(alice.job(id).getInt("timeLimitMinutes")).isEqualTo(before.getInt("timeLimitMinutes") + 60);
    }

    private Api.Answer extend(long id) {
        return alice.post("/jobs/" + id + "/extension", "{\"minutes\":60}");
    }

    private void awaitEnd(long id, Instant end) {
        alice.await(id, Duration.ofMinutes(2), job -> end(job).equals(end));
    }

    private static Instant end(JsonObject job) {
        return Instant.parse(job.getString("endsAt"));
    }
}
