package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody's jobs as administrators see and stop them. */
class AllJobsIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api ALICE = Api.as("alice");
    private static final Api BOB = Api.as("bob");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void endJobs() {
        ALICE.endAll();
        BOB.endAll();
    }

    @Test
    void findsJobsOfAnybody() {
        String name = "100%_" + System.nanoTime();
        long alices = ALICE.start(Starts.cpu(name));
        long bobs = BOB.start(Starts.cpu(name));
        ALICE.awaitState(alices, "running");
        String node = ALICE.job(alices).getJsonArray("nodes").getString(0);

        assertThat(found("text=" + encoded(name))).containsExactly(bobs, alices);
        assertThat(found("owner=bob&state=active&text=" + encoded(name))).containsExactly(bobs);
        assertThat(found("text=" + alices)).contains(alices);
        assertThat(found("owner=alice&node=" + node)).contains(alices);
        assertThat(found("owner=bob&image=base:1")).contains(bobs).doesNotContain(alices);
        assertThat(found("image=base:none")).isEmpty();
        assertThat(found("template=CPU&state=ended")).doesNotContain(alices, bobs);
        assertThat(found("text=" + encoded(name.replace('%', '_')))).isEmpty();
        assertThat(ADMIN.get("/admin/jobs?limit=1").json().getString("next")).isNotEmpty();
        assertThat(ADMIN.get("/admin/jobs?state=other").status()).isEqualTo(422);
    }

    @Test
    void stopsAJobAndTellsItsOwnerWhoAndWhy() {
        long id = ALICE.start(Starts.cpu("to be stopped"));
        ALICE.awaitState(id, "running");

        assertThat(ADMIN.delete("/admin/jobs/" + id).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(ADMIN.delete("/admin/jobs/" + id + "?reason=The%20node%20is%20repaired")
                        .status())
                .isEqualTo(202);

        assertThat(ALICE.awaitState(id, "ended").getString("outcome")).isEqualTo("cancelled");
        assertThat(ALICE.get("/notifications")
                        .json()
                        .getJsonArray("notifications")
                        .getValuesAs(JsonObject.class))
                .filteredOn(message -> message.getString("event").equals("job-stopped-by"))
                .first()
                .extracting(message -> message.getString("detail"))
                .isEqualTo("The node is repaired (admin)");
        JsonObject entry = ALICE.get("/audit?action=job-stopped&limit=1")
                .json()
                .getJsonArray("entries")
                .getJsonObject(0);
        assertThat(entry.getString("actor") + " " + entry.getString("detail")).isEqualTo("admin The node is repaired");
        assertThat(ADMIN.delete("/admin/jobs/" + id + "?reason=again").status()).isEqualTo(202);
    }

    @Test
    void keepsThemFromOthers() {
        long id = BOB.start(Starts.cpu("bob's"));

        assertThat(ALICE.get("/admin/jobs").status()).isEqualTo(422);
        assertThat(ALICE.get("/admin/jobs/" + id).status()).isEqualTo(422);
        assertThat(ALICE.delete("/admin/jobs/" + id + "?reason=mine").status()).isEqualTo(422);
        assertThat(BOB.job(id).getString("state")).isNotEqualTo("ended");
    }

    @Test
    void areFoundAndStoppedOnThePage() {
        long first = ALICE.start(Starts.cpu("on the page 1"));
        long second = BOB.start(Starts.cpu("on the page 2"));
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.locator("nav[aria-label=Main] a[href*='/admin/']").click();
            tab.locator("#text").fill("on the page");
            tab.locator("#state").selectOption("active");
            tab.locator("#filter input[type=submit]").click();
            tab.locator("#jobs input[value='" + first + "']").check();
            tab.locator("#jobs input[value='" + second + "']").check();
            tab.locator("#stop").click();
            tab.locator("#confirm-yes").click();
            tab.locator("#reason-wrong").waitFor();

            tab.locator("#jobs input[value='" + first + "']").check();
            tab.locator("#jobs input[value='" + second + "']").check();
            tab.locator("#reason").fill("New fans");
            tab.locator("#stop").click();
            tab.locator("#confirm-yes").click();
            tab.locator(".ui-messages-info").waitFor();

            ALICE.awaitState(first, "ended");
            BOB.awaitState(second, "ended");
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static List<Long> found(String query) {
        return ADMIN.get("/admin/jobs?" + query).json().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                .map(job -> job.getJsonObject("job").getJsonNumber("id").longValue())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
