package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators do to several rows at once, and take back. */
class BulkIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api ALICE = Api.as("alice");
    private static final Api BOB = Api.as("bob");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void leaveNothing() {
        ALICE.endAll();
        limits().forEach(limit -> ADMIN.delete("/admin/quotas/" + limit.getInt("id")));
        ADMIN.list("/admin/templates").stream()
                .filter(made -> made.getJsonObject("template").getString("name").startsWith("bulk"))
                .forEach(made -> ADMIN.delete("/admin/templates/"
                        + made.getJsonObject("template").getString("name") + "?version=" + made.getInt("version")));
    }

    @Test
    void deletesLimitsAndMakesThemAgain() {
        ADMIN.post("/admin/quotas", "{\"subject\":\"USER\",\"name\":\"alice\",\"resource\":\"JOBS\",\"limit\":3}");
        ADMIN.post("/admin/quotas", "{\"subject\":\"USER\",\"name\":\"bob\",\"resource\":\"NODES\",\"limit\":4}");
        List<JsonObject> before =
                limits().stream().map(limit -> limit.getJsonObject("rule")).toList();
        try (Chromium chromium = new Chromium()) {
            Complaints complaints = new Complaints();
            Page tab = open(chromium, complaints, "quotas");
            assertThat(tab.locator(".bulk")).isHidden();
            tab.locator("#every").check();
            assertThat(tab.locator(".bulk-count")).hasText("2 selected");
            tab.locator("#delete-ticked").click();
            assertThat(tab.locator("#confirm-text")).containsText("User alice");
            tab.locator("#confirm-yes").click();
            tab.locator("#undo").waitFor();
            assertThat(limits()).isEmpty();

            tab.locator("#undo").click();
            assertThat(tab.locator("#rules tbody tr")).hasCount(2);
            assertThat(limits())
                    .extracting(limit -> limit.getJsonObject("rule"))
                    .containsExactlyInAnyOrderElementsOf(before);
            assertThat(tab.locator("#undo")).hasCount(0);
            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void doesToTheOthersWhatOneRowRefuses() {
        template("bulk1");
        template("bulk2");
        ALICE.start(Starts.cpu("uses it").replace("\"CPU\"", "\"bulk1\""));
        try (Chromium chromium = new Chromium()) {
            Complaints complaints = new Complaints();
            Page tab = open(chromium, complaints, "templates");
            tick(tab, "bulk1", "bulk2");
            tab.locator("#delete").click();
            tab.locator("#confirm-yes").click();
            assertThat(tab.locator(".ui-messages-error")).containsText("bulk1: ");
            assertThat(tab.locator("#templates")).not().containsText("bulk2");
            assertThat(box(tab, "bulk1")).isChecked();
            tab.locator("#undo").click();
            assertThat(tab.locator("#templates")).containsText("bulk2");

            tick(tab, "bulk1", "bulk2");
            tab.locator("#disable").click();
            tab.locator("#undo").waitFor();
            assertThat(isEnabled("bulk1") || isEnabled("bulk2")).isFalse();
            tab.locator("#undo").click();
            tab.locator(".ui-messages-info").waitFor();
            assertThat(isEnabled("bulk1") && isEnabled("bulk2")).isTrue();
            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void decidesSeveralProjects() {
        String word = "bulk" + UUID.randomUUID().toString().substring(0, 6);
        for (Api owner : List.of(ALICE, BOB)) {
            assertThat(owner.post("/projects", "{\"name\":\"" + word + "\",\"description\":\"the same name\"}")
                            .status())
                    .isEqualTo(201);
        }
        try (Chromium chromium = new Chromium()) {
            Complaints complaints = new Complaints();
            Page tab = open(chromium, complaints, "projects");
            tab.locator("#text").fill(word);
            tab.locator("#filter input[type=submit]").click();
            tab.locator("#every").check();
            tab.locator("#template").selectOption("CPU");
            tab.locator("#approve").click();
            tab.locator("#confirm-yes").click();
            tab.locator(".ui-messages-info").waitFor();
            assertThat(tab.locator("#projects .state.run")).hasCount(2);

            tab.locator("#every").check();
            tab.locator("#archive").click();
            tab.locator("#confirm-yes").click();
            tab.locator("#undo").click();
            assertThat(tab.locator("#projects .state.run")).hasCount(2);
            assertThat(ALICE.get("/start-options").json().toString()).contains(word);

            tab.locator("#every").check();
            tab.locator("#archive").click();
            tab.locator("#confirm-yes").click();
            tab.locator("#undo").waitFor();
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static Page open(Chromium chromium, Complaints complaints, String page) {
        Page tab = chromium.open(Chromium.Look.DESK);
        complaints.of(tab);
        HomePage.logIn(tab, "admin");
        tab.locator("nav[aria-label=Main] a[href*='/admin/']").click();
        tab.locator("nav.sub a[href$='/admin/" + page + ".xhtml']").click();
        return tab;
    }

    private static void tick(Page tab, String... rows) {
        for (String row : rows) {
            box(tab, row).check();
        }
    }

    private static Locator box(Page tab, String row) {
        return tab.locator("#templates input[value='" + row + "']");
    }

    private static void template(String name) {
        assertThat(ADMIN.post("/admin/templates", """
                {"name":"%s","groups":["carme-users"],"partition":"cpu","account":"lab","maxJobs":1,"maxNodes":1,
                 "maxMinutes":60,"defaultMinutes":30,"cpusPerAccelerator":1,"megabytesPerAccelerator":500,
                 "accelerators":{"cpu":0},"images":["base"]}""".formatted(name)).status()).isEqualTo(201);
    }

    private static boolean isEnabled(String name) {
        return ADMIN.get("/admin/templates/" + name)
                .json()
                .getJsonObject("template")
                .getBoolean("enabled");
    }

    private static List<JsonObject> limits() {
        return ADMIN.list("/admin/quotas");
    }
}
