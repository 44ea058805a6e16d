package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits that administrators set, and what they mean for those who start jobs. */
class QuotasIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api ALICE = Api.as("alice");
    private static final Api BOB = Api.as("bob");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void removeLimits() {
        ALICE.endAll();
        BOB.endAll();
        limits().forEach(limit -> ADMIN.delete("/admin/quotas/" + limit.getInt("id")));
    }

    @Test
    void holdsEveryStartToTheLimits() {
        limit("{\"subject\":\"EVERY_USER\",\"resource\":\"ACCELERATORS\",\"acceleratorType\":\"a100\",\"limit\":1}");
        ALICE.start(Starts.gpu("first"));

        Api.Answer second = ALICE.post("/jobs", Starts.gpu("second"));

        assertThat(second.json().getString("code")).isEqualTo("quota-exceeded");
        assertThat(second.json().getString("detail")).contains("1 A100", "administrators");
        assertThat(state("ACCELERATORS").getJsonNumber("left").doubleValue()).isZero();
        ALICE.start(Starts.cpu("of another type"));
        BOB.start(Starts.gpu("another user's"));
    }

    @Test
    void sharesTheLimitOfAGroupAmongSimultaneousStarts() throws Exception {
        limit("{\"subject\":\"GROUP\",\"name\":\"carme-users\",\"resource\":\"JOBS\",\"limit\":2}");
        List<Callable<Integer>> starts = List.of(
                () -> ALICE.post("/jobs", Starts.gpu("a")).status(),
                () -> BOB.post("/jobs", Starts.gpu("b")).status(),
                () -> ALICE.post("/jobs", Starts.gpu("c")).status(),
                () -> BOB.post("/jobs", Starts.gpu("d")).status());
        int accepted = 0;
        var pool = Executors.newFixedThreadPool(4);
        for (Future<Integer> start : pool.invokeAll(starts)) {
            accepted += start.get() == 201 ? 1 : 0;
        }
        pool.shutdown();

        assertThat(accepted).isEqualTo(2);
    }

    @Test
    void givesBackTheHoursThatAJobHasNotUsed() {
        limit(
                "{\"subject\":\"USER\",\"name\":\"alice\",\"resource\":\"ACCELERATOR_HOURS\",\"acceleratorType\":\"titan\","
                        + "\"period\":\"QUARTER\",\"limit\":1}");
        String halfAnHour = Starts.gpu("half an hour").replace("a100", "titan");
        long id = ALICE.start(halfAnHour);
        double left = state("ACCELERATOR_HOURS").getJsonNumber("left").doubleValue();
        assertThat(state("ACCELERATOR_HOURS").getJsonNumber("running").doubleValue())
                .isEqualTo(0.5);
        ALICE.start(halfAnHour.replace("30", "29"));
        assertThat(ALICE.post("/jobs", halfAnHour).status()).isEqualTo(422);

        ALICE.awaitState(id, "running");
        ALICE.delete("/jobs/" + id);
        ALICE.awaitState(id, "ended");

        assertThat(state("ACCELERATOR_HOURS").getJsonNumber("left").doubleValue())
                .as("half an hour less 29 minutes and what was really used")
                .isBetween(0.45, left + 0.02);
    }

    @Test
    void tellsWhoHasChangedALimitThatIsChangedAgain() {
        String rule = "{\"subject\":\"EVERY_USER\",\"resource\":\"JOBS\",\"limit\":9}";
        limit(rule);
        String seen = "/admin/quotas/" + limits().get(0).getInt("id") + "?version=1";
        assertThat(ADMIN.put(seen, rule.replace("9", "8")).status()).isEqualTo(200);

        Api.Answer second = ADMIN.put(seen, rule.replace("9", "7"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().getString("code")).isEqualTo("conflict");
        assertThat(second.json().getString("detail"))
                .startsWith("admin has changed this meanwhile")
                .contains("9 → 8");
        assertThat(limits().get(0).getJsonObject("rule").getInt("limit")).isEqualTo(8);
    }

    @Test
    void keepsLimitsFromOthers() {
        assertThat(ALICE.get("/admin/quotas").status()).isEqualTo(422);
        assertThat(ALICE.get("/admin/quotas/users/bob").status()).isEqualTo(422);
        assertThat(ALICE.post("/admin/quotas", "{\"subject\":\"EVERY_USER\",\"resource\":\"JOBS\",\"limit\":99}")
                        .status())
                .isEqualTo(422);
        assertThat(limits()).isEmpty();
    }

    @Test
    void isSetChangedAndDeletedOnThePage() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.locator("nav[aria-label=Main] a[href*='/admin/']").click();
            tab.locator("nav.sub a[href$='/admin/quotas.xhtml']").click();
            tab.waitForURL("**/admin/quotas.xhtml");
            tab.locator("#kind").selectOption("USER");
            tab.locator("#name").fill("alice");
            tab.locator("#resource").selectOption("ACCELERATOR_HOURS");
            tab.locator("#period").waitFor();
            assertThat(tab.locator("#name").inputValue()).isEqualTo("alice");
            tab.locator("#limit").fill("120");
            tab.locator("#save").click();
            tab.locator("#rules").waitFor();
            assertThat(tab.locator("#rules").textContent()).contains("User alice", "Accelerator hours a month", "120");

            tab.locator("#rules .change").click();
            tab.locator("#cancel").waitFor();
            tab.locator("#limit").fill("100");
            tab.locator("#save").click();
            tab.locator("#cancel").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(ALICE.get("/quotas").status()).isEqualTo(200);
            assertThat(limits().get(0).getJsonObject("rule").getInt("limit")).isEqualTo(100);

            tab.locator("#rules .delete").click();
            tab.locator("#confirm-yes").click();
            tab.locator(".empty").first().waitFor();
            assertThat(limits()).isEmpty();
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static void limit(String rule) {
        assertThat(ADMIN.post("/admin/quotas", rule).status()).isEqualTo(201);
    }

    private static List<JsonObject> limits() {
        return ADMIN.list("/admin/quotas");
    }

    private static JsonObject state(String resource) {
        return ALICE.list("/quotas").stream()
                .filter(state ->
                        state.getJsonObject("rule").getString("resource").equals(resource))
                .findFirst()
                .orElseThrow();
    }
}
