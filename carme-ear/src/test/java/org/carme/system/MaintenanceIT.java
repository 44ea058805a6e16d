package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Maintenance mode, and the page that shows whether one is needed. */
class MaintenanceIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api ALICE = Api.as("alice");
    private static final Api BOB = Api.as("bob");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void end() {
        ADMIN.delete("/admin/maintenance");
        ALICE.endAll();
        BOB.endAll();
    }

    @Test
    void refusesTheStartsOfOthersAndLetsWhatRunsGoOn() {
        long running = ALICE.start(Starts.cpu("before"));
        Instant end = Instant.now().plus(1, ChronoUnit.HOURS);
        assertThat(set("{\"message\":\"New switches.\",\"end\":\"" + end + "\",\"allowedUsers\":[\"bob\"]}")
                        .status())
                .isEqualTo(200);

        Api.Answer refused = ALICE.post("/jobs", Starts.cpu("refused"));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().getString("code")).isEqualTo("maintenance");
        assertThat(refused.json().getString("detail"))
                .startsWith("Maintenance until ")
                .contains("New switches.");
        BOB.start(Starts.cpu("allowed"));
        assertThat(ALICE.awaitState(running, "running").getString("name")).isEqualTo("before");
        assertThat(ALICE.delete("/jobs/" + running).status()).isEqualTo(202);
        JsonObject told = ALICE.get("/maintenance").json();
        assertThat(told.getString("state")).isEqualTo("active");
        assertThat(told.getBoolean("mayStart")).isFalse();
        assertThat(told).as("for administrators alone").doesNotContainKey("allowedUsers");

        ADMIN.delete("/admin/maintenance");
        ALICE.start(Starts.cpu("afterwards"));
    }

    @Test
    void isForAdministratorsAlone() {
        String wanted = "{\"message\":\"mine\"}";

        assertThat(ALICE.put("/admin/maintenance?version=0", wanted).status()).isEqualTo(422);
        assertThat(ALICE.delete("/admin/maintenance").status()).isEqualTo(422);
        assertThat(ALICE.get("/admin/maintenance").status()).isEqualTo(422);
        assertThat(ALICE.get("/admin/system").status()).isEqualTo(422);
        assertThat(ADMIN.put("/admin/maintenance?version=-1", wanted).status()).isEqualTo(409);
        assertThat(ALICE.get("/maintenance").json().getString("state")).isEqualTo("none");
    }

    @Test
    void isAnnouncedAndEndedOnOpenPages() {
        try (Chromium chromium = new Chromium()) {
            Page alices = chromium.open(Chromium.Look.DESK);
            Page admins = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(alices).of(admins);
            HomePage.logIn(alices, "alice");
            alices.locator("#name").fill("typed before");
            HomePage.logIn(admins, "admin");
            admins.navigate(Api.PORTAL + "/admin/maintenance.xhtml");
            admins.locator("#save").click();
            admins.locator("#message-wrong").waitFor();

            admins.locator("#message").fill("New switches.");
            admins.locator("#save").click();
            admins.locator("#end-now").waitFor();

            alices.locator("#no-starts").waitFor();
            assertThat(alices.locator(".banner").textContent()).contains("New switches.");
            assertThat(alices.locator("#go").isDisabled()).isTrue();
            assertThat(alices.locator("#name").inputValue()).isEqualTo("typed before");

            admins.locator("#end-now").click();
            admins.locator("#confirm-yes").click();
            Locator.WaitForOptions gone = new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
            alices.locator(".banner").waitFor(gone);
            alices.locator("#no-starts").waitFor(gone);
            assertThat(alices.locator("#go").isEnabled()).isTrue();
            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void showsWhichPartIsDown() {
        ALICE.start(Starts.cpu("handed over by a batch job"));
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/system.xhtml");
            Locator.WaitForOptions patiently = new Locator.WaitForOptions().setTimeout(60_000);
            tab.locator("#part-CONTROLLER .state.run").waitFor(patiently);
            assertThat(tab.locator("#facts").textContent()).contains("Payara");
            tab.locator("#batch tr", new Page.LocatorOptions().setHasText("submit-jobs"))
                    .locator(".state.run")
                    .waitFor(patiently);
            assertThat(ADMIN.get("/admin/system")
                            .json()
                            .getJsonArray("batchJobs")
                            .toString())
                    .contains("submit-jobs", "completed");
            Cluster.stop("ctld");
            try {
                tab.locator("#part-CONTROLLER .state.bad").waitFor(patiently);
                assertThat(tab.locator("#part-CONTROLLER").textContent()).contains("systemctl status slurmctld");
                tab.locator("#part-INTERFACE .state.run").waitFor(patiently);
                JsonObject controller =
                        ADMIN.get("/admin/system").json().getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                                .filter(part -> part.getString("name").equals("controller"))
                                .findFirst()
                                .orElseThrow();
                assertThat(controller.getBoolean("up")).isFalse();
            } finally {
                Cluster.start("ctld");
            }
            tab.locator("#part-CONTROLLER .state.run").waitFor(patiently);
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static Api.Answer set(String plan) {
        long version =
                ADMIN.get("/admin/maintenance").json().getJsonNumber("version").longValue();
        return ADMIN.put("/admin/maintenance?version=" + version, plan);
    }
}
