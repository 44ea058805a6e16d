package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When batch jobs run, as administrators see and change it. */
class BatchSchedulesIT {
    private static final String JOBS = "/admin/batch/jobs";
    private static final String EVERY_MINUTE = "{\"cron\":\"* * * * *\",\"zone\":\"Europe/Berlin\"}";
    private static final Api ADMIN = Api.as("admin");
    private static final Api ALICE = Api.as("alice");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void reset() {
        ADMIN.delete(JOBS + "/warn-of-expiry/schedule?version=" + version());
    }

    @Test
    void changesAScheduleByTheApiUnlessSomebodyElseHas() {
        assertThat(ADMIN.put(JOBS + "/warn-of-expiry/schedule?version=0", EVERY_MINUTE)
                        .status())
                .isEqualTo(200);
        JsonObject changed = ADMIN.get(JOBS + "/warn-of-expiry").json();

        assertThat(changed.getBoolean("changed")).isTrue();
        assertThat(changed.getJsonArray("next")).hasSize(5);
        assertThat(ADMIN.put(JOBS + "/warn-of-expiry/schedule?version=0", EVERY_MINUTE)
                        .status())
                .isEqualTo(409);
        Api.Answer refused =
                ADMIN.put(JOBS + "/warn-of-expiry/schedule?version=1", EVERY_MINUTE.replace("* *", "61 *"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getString("code")).isEqualTo("invalid-request");
        assertThat(ADMIN.put(JOBS + "/submit-jobs/schedule?version=0", EVERY_MINUTE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void runsAJobOnlyWithWhatItUnderstands() {
        for (String wrong : List.of("{\"days\":\"often\"}", "{\"weeks\":\"1\"}", "{\"only-item\":\"7\"}")) {
            Api.Answer refused = ADMIN.post(JOBS + "/import-accounting/executions", "{\"parameters\":" + wrong + "}");
            assertThat(refused.status()).as(wrong).isEqualTo(422);
        }
        assertThat(ADMIN.post(JOBS + "/nothing/executions", "{}").status()).isEqualTo(404);
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(ALICE.get(JOBS).status()).isEqualTo(422);
        assertThat(ALICE.put(JOBS + "/warn-of-expiry/schedule?version=0", EVERY_MINUTE)
                        .status())
                .isEqualTo(422);
        assertThat(ADMIN.get(JOBS + "/nothing").status()).isEqualTo(404);
    }

    @Test
    void runsByTheClockWhatAnAdministratorHasSetOnThePage() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/batch.xhtml");
            assertThat(tab.locator("[data-job=warn-of-expiry]").textContent()).contains("at 05:30");
            tab.locator("[data-job=warn-of-expiry] a").click();
            tab.locator("#cron").fill("61 * * * *");
            tab.locator("#save").click();
            tab.locator("#cron-wrong").waitFor();

            tab.locator("#cron").fill("* * * * *");
            tab.locator("#save").click();
            tab.locator("#reset").waitFor();
            assertThat(tab.locator(".upcoming li").count()).isEqualTo(5);
            assertThat(complaints.all()).isEmpty();
        }
        int before = runs();

        Instant patience = Instant.now().plusSeconds(75);
        while (runs() == before && Instant.now().isBefore(patience)) {
            Api.pause();
        }
        assertThat(runs()).isGreaterThan(before);
        assertThat(ADMIN.get("/audit?object=warn-of-expiry").json().toString()).contains("batch-schedule-changed");
    }

    @Test
    void showsWhatIsRunNowUntilItsEnd() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/batch.xhtml");

            tab.locator("[data-job=check-audit-log] .button").click();

            tab.waitForURL("**/admin/batch-execution.xhtml?id=*");
            assertThat(tab.locator("#state")).hasText("completed");
            assertThat(tab.locator("#origin")).hasText("admin");
            assertThat(tab.locator("#steps tbody tr")).hasCount(1);
            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void showsOnlyWhatIsToBeRepaired() {
        assertThat(ADMIN.get("/admin/batch/executions?failed=true&cursor=x").status())
                .isEqualTo(422);
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/batch-job.xhtml?name=warn-of-expiry");

            tab.locator("#history-failed").click();

            tab.waitForURL("**/admin/batch-job.xhtml?name=warn-of-expiry&failed=true*");
            assertThat(tab.locator("#history-failed")).hasAttribute("aria-current", "true");
            assertThat(tab.locator("#history .empty")).containsText("Nothing to repair");
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static int runs() {
        return ADMIN.get(JOBS + "/warn-of-expiry").json().getJsonArray("runs").size();
    }

    private static int version() {
        return ADMIN.get(JOBS + "/warn-of-expiry").json().getInt("version");
    }
}
