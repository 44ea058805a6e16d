package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators do about an execution that has failed; about items that were skipped see {@link BatchItemsIT}. */
class BatchRepairsIT {
    private static final String JOB = "back-up-database";
    private static final String PAGE = Api.PORTAL + "/admin/batch-execution.xhtml?id=";

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void goOnOnceItsCauseIsGone() {
        long failed = NoBackups.fail();
        assertThat(Repairs.toBeRepaired(JOB)).contains(failed);
        Repairs.refusesAlice(failed + "/restart");

        JsonObject next = Repairs.restart(failed);

        assertThat(Repairs.status(next)).isEqualTo("completed");
        assertThat(next.getJsonObject("execution").getString("cause")).isEqualTo("administrator");
        assertThat(next.getJsonObject("execution").getString("startedBy")).isEqualTo("admin");
        assertThat(Executions.details(failed).getBoolean("restartable")).isFalse();
        assertThat(Executions.details(failed).getJsonNumber("continuedBy").longValue())
                .isEqualTo(Repairs.id(next));
        assertThat(Repairs.toBeRepaired(JOB)).doesNotContain(failed, Repairs.id(next));
        Repairs.refuses(failed + "/restart", "another one has gone on with it");
        Repairs.refuses(Repairs.id(next) + "/restart", "it has not failed");
        assertThat(Repairs.after(failed, JOB)).containsExactly(Repairs.id(next));
    }

    @Test
    void failAgainWhileTheirCauseIsThere() {
        long failed = NoBackups.fail();

        JsonObject next = NoBackups.during(() -> Repairs.restart(failed));

        assertThat(next.getJsonObject("failure").getString("words")).contains("There is no new backup");
        assertThat(Repairs.toBeRepaired(JOB)).contains(Repairs.id(next)).doesNotContain(failed);

        assertThat(Repairs.status(Repairs.restart(Repairs.id(next)))).isEqualTo("completed");
    }

    @Test
    void giveUp() {
        long failed = NoBackups.fail();
        Repairs.refusesAlice(failed + "/abandon");
        assertThat(Repairs.toBeRepaired(JOB)).contains(failed);

        Repairs.abandon(failed);

        assertThat(Repairs.status(Executions.details(failed))).isEqualTo("abandoned");
        assertThat(Repairs.toBeRepaired(JOB)).doesNotContain(failed);
        Repairs.refuses(failed + "/restart", "was given up");
        Repairs.refuses(failed + "/abandon", "can be given up");
        assertThat(Repairs.after(failed, JOB)).isEmpty();
        BackupSteps.backUp();
    }

    @Test
    void seeWhyOnThePageAndGoOnByKeyboard() {
        long failed = NoBackups.fail();
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/batch-job.xhtml?name=" + JOB + "&failed=true");
            tab.locator("#history a[href$='?id=" + failed + "']").click();
            assertThat(tab.locator("#state")).hasText("failed");
            assertThat(tab.locator("#failure")).containsText("The step write failed:");
            assertThat(tab.locator("#failure")).containsText("There is no new backup");
            assertThat(tab.locator("#steps tbody tr")).hasCount(1);
            assertThat(tab.locator("#steps tbody td").first()).hasText("write");
            assertThat(tab.locator("#log-text li").last()).containsText("There is no new backup");

            tab.locator("#restart").focus();
            tab.keyboard().press("Enter");

            tab.waitForURL(url -> url.startsWith(PAGE) && !url.equals(PAGE + failed));
            assertThat(tab.locator("#state")).hasText("completed", new HasTextOptions().setTimeout(60_000));
            assertThat(tab.locator("#origin")).hasText("admin");
            assertThat(tab.locator("#failure")).hasCount(0);
            assertThat(Repairs.after(failed, JOB)).hasSize(1);
            tab.navigate(PAGE + failed);
            assertThat(tab.locator("#run")).hasCount(1);
            assertThat(tab.locator("#restart, #abandon")).hasCount(0);
            assertThat(tab.locator("#next a"))
                    .hasAttribute(
                            "href",
                            Pattern.compile(".*id=" + Repairs.after(failed, JOB).get(0)));
            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void giveUpOnAPhone() {
        long failed = NoBackups.fail();
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Look.GERMAN_PHONE);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(PAGE + failed);

            tab.locator("#abandon").click();
            tab.locator("#confirm-yes").click();

            assertThat(tab.locator("#state")).hasText("aufgegeben");
            assertThat(tab.locator("#restart, #abandon")).hasCount(0);
            assertThat(complaints.all()).isEmpty();
        }
        assertThat(Repairs.toBeRepaired(JOB)).doesNotContain(failed);
    }
}
