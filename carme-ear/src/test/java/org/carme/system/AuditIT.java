package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The audit log through API and pages. */
class AuditIT {
    private static final Api ALICE = Api.as("alice");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void tellsEverybodyHisOwn() {
        String name = startAndStop("audited");

        assertThat(entries(ALICE, "/audit?object=" + name))
                .extracting(entry -> entry.getString("action"))
                .containsExactly("job-stopped", "job-started");
        assertThat(entries(ALICE, "/audit?limit=1").get(0).getString("from")).isNotEmpty();
        assertThat(entries(Api.as("bob"), "/audit?object=" + name)).isEmpty();
    }

    @Test
    void tellsAdministratorsAll() {
        String name = startAndStop("=audited");
        Api admin = Api.as("admin");

        assertThat(entries(admin, "/admin/audit?actor=alice&object=" + name)).hasSize(2);
        assertThat(entries(admin, "/audit?object=" + name)).isEmpty();
        assertThat(admin.text("/admin/audit/export?actor=alice&action=job-started&object=" + name))
                .startsWith("number,at,actor,")
                .contains(",'" + name + ",alice,");
        assertThat(admin.get("/admin/audit/check").json().getBoolean("whole")).isTrue();
    }

    @Test
    void tellsOthersNothing() {
        Api readers = Api.withNewToken("admin", "\"jobs:read\"");
        for (String path : List.of("/admin/audit", "/admin/audit/export", "/admin/audit/check")) {
            assertThat(ALICE.get(path).json().getString("code")).as(path).isEqualTo("not-permitted");
            assertThat(readers.get(path).json().getString("code"))
                    .as(path + " without the scope")
                    .isEqualTo("not-permitted");
        }
    }

    @Test
    void refusesWhatCannotBeLookedFor() {
        for (String query : List.of("action=drop", "from=yesterday", "to=1", "cursor=x")) {
            assertThat(ALICE.get("/audit?" + query).status()).as(query).isEqualTo(422);
        }
    }

    @Test
    void isSearchedAndCheckedOnItsPage() {
        String name = startAndStop("on the page ");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.locator("nav[aria-label=Main] a[href*='/admin/']").click();
            tab.locator("nav.sub a[href$='/admin/audit.xhtml']").click();

            tab.locator("#actor").fill("alice");
            tab.locator("#object").fill(name);
            tab.locator("#filter input[type=submit]").click();
            Locator rows = tab.locator("#audit tbody tr");
            rows.first().waitFor();
            assertThat(rows.first().textContent()).contains("Stopped a job", name, "alice");
            tab.locator("button[id$=check]").click();
            tab.locator(".note.ok").waitFor();

            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void hidesItsPageFromOthersAndShowsThemTheirOwn() {
        String name = startAndStop("mine alone ");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            HomePage.logIn(tab, "alice");
            tab.locator("#user-menu summary").click();
            assertThat(tab.locator("a[href*='/admin/']").count()).isZero();
            tab.locator(".menu-panel a[href$='/activity.xhtml']").click();
            tab.locator("#audit tbody tr", new Page.LocatorOptions().setHasText(name))
                    .first()
                    .waitFor();

            assertThat(tab.navigate(Api.PORTAL + "/admin/audit.xhtml").status()).isEqualTo(404);
        }
    }

    /** @return a name that no other job has */
    private static String startAndStop(String begin) {
        String name = begin + System.nanoTime();
        long id = ALICE.start(Starts.cpu(name));
        ALICE.delete("/jobs/" + id);
        ALICE.awaitState(id, "ended");
        return name;
    }

    private static List<JsonObject> entries(Api user, String path) {
        return user.get(path).json().getJsonArray("entries").getValuesAs(JsonObject.class);
    }
}
