package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was and will be in use. */
class UtilisationIT {
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
    void forecastsThatARunningJobEndsAtItsLimit() {
        long id = alice.start(Starts.gpu("half an hour"));
        Instant end = Instant.parse(
                alice.await(id, PATIENCE, job -> job.containsKey("endsAt")).getString("endsAt"));
        List<JsonObject> points = new ArrayList<>();
        alice.await(id, PATIENCE, job -> {
            points.clear();
            points.addAll(forecast());
            // none while the portal waits for the scheduler's nodes, as after a test that took the scheduler away
            return !points.isEmpty() && points.get(0).getInt("used") == 1;
        });

        assertThat(points).hasSize(145);
        assertThat(points)
                .filteredOn(point -> at(point).isBefore(end))
                .hasSizeGreaterThan(1)
                .allMatch(point -> point.getInt("used") == 1);
        assertThat(points)
                .filteredOn(point -> at(point).isAfter(end.plus(Duration.ofMinutes(10))))
                .isNotEmpty()
                .allMatch(point -> point.getInt("used") == 0);
    }

    @Test
    void refusesTimesOfWhichItCannotTell() {
        assertThat(alice.get("/cluster/utilization?hours=0").status()).isEqualTo(422);
        assertThat(alice.get("/cluster/utilization?hours=month").status()).isEqualTo(400);
        assertThat(alice.get("/cluster/utilization?hours=24").json().getInt("stepMinutes"))
                .isEqualTo(10);
    }

    @Test
    void drawsTheChartWhenItComesIntoViewAndLeavesTheHomePageAsItIs() {
        Page tab = chromium.open(Chromium.Look.GERMAN_PHONE);
        complaints.of(tab);
        HomePage home = HomePage.logIn(tab, "alice");
        Locator chart = tab.locator(".utilisation");
        assertThat(chart).isEmpty();
        tab.locator("#utilisation-title").scrollIntoViewIfNeeded();

        tab.locator("[data-key='range-forecast']").click();
        assertThat(chart.locator(".plot.use .future")).hasCount(1);
        tab.locator("[data-key='show-a100']").click();
        assertThat(tab.locator("[data-key='show-a100']")).isFocused();
        assertThat(chart.locator(".legend li"))
                .containsText(new String[] {"Belegt", "Frei", "Außer Betrieb", "Verlangt"});
        chart.locator("summary").click();
        assertThat(chart.locator("tbody tr").last()).containsText("(Vorhersage)");
        List<String> last = chart.locator("tbody tr").last().locator("td").allTextContents();
        assertThat(last.stream().limit(3).mapToInt(Integer::parseInt).sum())
                .as("in use, free and out of service of 8: %s", last)
                .isEqualTo(8);

        home.start("GPU", "still alive");
        assertThat(home.row("still alive")).isVisible();
        assertThat(complaints.all()).isEmpty();
    }

    private List<JsonObject> forecast() {
        return alice.get("/cluster/forecast").json().getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("a100"))
                .flatMap(type -> type.getJsonArray("points").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    private static Instant at(JsonObject point) {
        return Instant.parse(point.getString("at"));
    }
}
