package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When a job would start, before and after it is started. */
class EstimateIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Chromium chromium;

    private final Api alice = Api.as("alice");
    private final Complaints complaints = new Complaints();

    @BeforeAll
    static void begin() {
        Portal.up();
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @AfterEach
    void putBack() {
        alice.endAll();
    }

    @Test
    void foreseesThatAFullTypeIsFreeWhenItsJobReachesItsLimit() {
        long id = alice.start(both("fills both"));
        Instant end = Instant.parse(
                alice.await(id, PATIENCE, job -> job.containsKey("endsAt")).getString("endsAt"));

        JsonObject full = alice.post("/jobs/estimate", both("next")).json();
        assertThat(full.getBoolean("now")).isFalse();
        assertThat(Instant.parse(full.getString("startsAt"))).isBetween(end.minusSeconds(1), end.plusSeconds(60));
        assertThat(alice.post("/jobs/estimate", Starts.cpu("elsewhere")).json().getBoolean("now"))
                .isTrue();

        Page tab = chromium.open(Chromium.Look.DESK);
        complaints.of(tab);
        HomePage home = HomePage.logIn(tab, "alice");
        home.choose("GPU");
        tab.locator("#type").selectOption("titan");
        tab.locator("#perNode").selectOption("2");
        assertThat(tab.locator("#availability .free")).containsText("(estimate)");
        long next = alice.start(both("waits"));
        alice.await(next, PATIENCE, job -> job.containsKey("plannedStart"));
        tab.reload();
        assertThat(home.row("waits")).containsText("planned for");
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void refusesWhatAStartWouldBeRefusedFor() {
        Api.Answer never = alice.post("/jobs/estimate", both("three").replace("\"nodes\": 1", "\"nodes\": 2"));
        assertThat(never.status()).isEqualTo(422);
        assertThat(never.json().getString("code")).isEqualTo("invalid-request");
        assertThat(alice.post("/jobs/estimate", "{}").status()).isEqualTo(400);
    }

    @Test
    void tellsHowGoodTheEstimatesWere() {
        long id = alice.start(Starts.cpu("counted"));
        alice.await(id, PATIENCE, job -> job.containsKey("startedAt"));

        JsonObject quality = alice.get("/cluster/estimates").json();
        assertThat(quality.getInt("starts")).isPositive();
        assertThat(quality.getInt("medianErrorSeconds")).isBetween(0, quality.getInt("p90ErrorSeconds"));
    }

    /** All titan there are. */
    private static String both(String name) {
        return Starts.gpu(name)
                .replace("a100", "titan")
                .replace("\"acceleratorsPerNode\": 1", "\"acceleratorsPerNode\": 2");
    }
}
