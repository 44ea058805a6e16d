package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What jobs use, on a portal that shows it to the managers of their projects, and not to administrators. */
class UsageReadersIT {
    private final Api alice = Api.as("alice");
    private final Api bob = Api.as("bob");
    private final Api admin = Api.as("admin");

    @BeforeAll
    static void begin() {
        Portal.down();
        Portal.up(Map.of("CARME_USAGE_VISIBLE_TO", "project-managers"));
    }

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down();
    }

    @Test
    void showsAManagerWhatAJobOfHisProjectUsesAndNeitherItsLogNorItsButtons() {
        String name = "charged " + System.nanoTime();
        String slug = project(name);
        long id = bob.start(Starts.cpu(name).replace("\"template\"", "\"project\": \"" + slug + "\", \"template\""));
        bob.awaitState(id, "running");

        assertThat(alice.get("/jobs/" + id + "/usage").status()).isEqualTo(200);
        assertThat(alice.get("/jobs/" + id + "/log").status()).isEqualTo(404);
        assertThat(Api.as("carla").get("/jobs/" + id + "/usage").status()).isEqualTo(404);
        assertThat(admin.get("/jobs/" + id + "/usage").status()).isEqualTo(404);
        assertThat(admin.get("/admin/jobs/" + id + "/usage").status()).isEqualTo(404);
        try (Chromium chromium = new Chromium()) {
            Page managers = open(chromium, "alice", id);
            assertThat(managers.locator("h1")).hasText(name);
            assertThat(managers.locator("#curves")).isVisible();
            assertThat(managers.locator("#stop, #extend, #log")).hasCount(0);
            Page admins = open(chromium, "admin", id);
            assertThat(admins.locator("h1")).hasText(name);
            assertThat(admins.locator("#curves")).hasCount(0);
        } finally {
            bob.endAll();
            admin.post("/admin/projects/" + slug + "/archive", "");
        }
    }

    /** @return its slug; alice owns it, bob is a member */
    private String project(String name) {
        String slug = alice.post("/projects", "{\"name\":\"" + name + "\"}")
                .json()
                .getJsonObject("project")
                .getString("slug");
        admin.post("/admin/projects/" + slug + "/approval", "{\"templates\":[\"CPU\"]}");
        alice.post("/projects/" + slug + "/members", "{\"user\":\"bob\"}");
        bob.post("/projects/" + slug + "/members/bob/accept", "");
        return slug;
    }

    private static Page open(Chromium chromium, String user, long id) {
        Page tab = chromium.open(Look.DESK);
        HomePage.logIn(tab, user);
        tab.navigate(Api.PORTAL + "/job.xhtml?id=" + id);
        return tab;
    }
}
