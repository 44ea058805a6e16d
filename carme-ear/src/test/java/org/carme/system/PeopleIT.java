package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users and groups as administrators see them, and what everybody may know about himself. */
class PeopleIT {
    private static final List<String> SECTIONS = List.of(
            "account",
            "accounted-jobs",
            "audit",
            "batch-executions",
            "image-builds",
            "image-contents",
            "images",
            "jobs",
            "logs",
            "message-settings",
            "messages",
            "news",
            "outside-jobs",
            "presets",
            "projects",
            "quotas",
            "sessions",
            "tokens",
            "usage");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void findsPeopleByNameGroupAndRole() {
        assertThat(found("text=EXAMPLE")).contains("alice", "bob", "carla");
        assertThat(found("text=ali")).containsExactly("alice");
        assertThat(found("role=image-manager")).contains("carla").doesNotContain("alice", "bob");
        assertThat(found("group=carme-users&limit=1&cursor=alice")).containsExactly("bob");
        assertThat(admin().get("/admin/users?role=king").status()).isEqualTo(422);
        assertThat(admin().get("/admin/users/nobody").status()).isEqualTo(404);
        JsonObject alice = admin().get("/admin/users/alice").json();
        assertThat(alice.getBoolean("knownToSlurm")).isTrue();
        assertThat(alice.getJsonArray("tokens").toString())
                .contains("lastUsedAt")
                .doesNotContain("\"token\"");
    }

    @Test
    void flagsGroupsThatTheDirectoryDoesNotHave() {
        long quota = limit("{\"subject\":\"GROUP\",\"name\":\"renamed lab\",\"resource\":\"JOBS\",\"limit\":9}");
        try {
            List<JsonObject> groups = admin().list("/admin/groups");

            assertThat(groups)
                    .filteredOn(group -> group.getBoolean("missing"))
                    .extracting(PeopleIT::name)
                    .containsExactly("renamed lab");
            JsonObject users = groups.stream()
                    .filter(group -> name(group).equals("carme-users"))
                    .findFirst()
                    .orElseThrow();
            assertThat(users.getInt("members")).isGreaterThanOrEqualTo(3);
            assertThat(users.getJsonArray("roles").getString(0)).isEqualTo("user");
            assertThat(users.getJsonArray("templates")).isNotEmpty();

            assertThat(admin().put("/admin/groups/students/name", "{\"name\":\"carme-users\"}")
                            .status())
                    .as("the directory still has it")
                    .isEqualTo(422);
            assertThat(admin().put("/admin/groups/renamed%20lab/name", "{\"name\":\"students\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(admin().list("/admin/groups"))
                    .noneMatch(group -> group.getBoolean("missing"))
                    .anyMatch(group -> name(group).equals("students") && group.getInt("quotas") == 1);
        } finally {
            admin().delete("/admin/quotas/" + quota);
        }
    }

    @Test
    void forgetsWhoHasLeft() {
        limit("{\"subject\":\"USER\",\"name\":\"left.long.ago\",\"resource\":\"JOBS\",\"limit\":1}");
        assertThat(found("state=left")).containsExactly("left.long.ago");
        assertThat(admin().get("/admin/quotas/users/left.long.ago").json().getString("detail"))
                .contains("knows nobody", "left.long.ago");

        assertThat(admin().post("/admin/users/alice/anonymisation?dryRun=false", "")
                        .status())
                .as("she has not")
                .isEqualTo(409);
        assertThat(admin().post("/admin/users/left.long.ago/anonymisation", "").status())
                .isEqualTo(200);
        assertThat(found("state=left")).as("after a dry run").isNotEmpty();
        assertThat(admin().post("/admin/users/left.long.ago/anonymisation?dryRun=false", "")
                        .status())
                .isEqualTo(200);

        assertThat(found("state=left")).isEmpty();
        assertThat(admin().get("/admin/audit?action=person-anonymised&object=left.long.ago")
                        .json()
                        .getJsonArray("entries"))
                .hasSize(1);
    }

    @Test
    void keepsPeopleFromOthers() {
        assertThat(alice().get("/admin/users").status()).isEqualTo(422);
        assertThat(alice().get("/admin/users/bob").status()).isEqualTo(422);
        assertThat(alice().delete("/admin/users/bob/sessions").status()).isEqualTo(422);
        assertThat(alice().delete("/admin/users/bob/tokens").status()).isEqualTo(422);
        assertThat(alice().post("/admin/users/bob/anonymisation", "").status()).isEqualTo(422);
        assertThat(alice().get("/admin/groups").status()).isEqualTo(422);
        assertThat(alice().put("/admin/groups/students/name", "{\"name\":\"carme-users\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void endsSessionsAndRevokesTokensOnThePage() {
        Api.withNewToken("bob", "\"jobs:read\"");
        try (Chromium chromium = new Chromium()) {
            Page bobs = chromium.open(Chromium.Look.DESK);
            HomePage.logIn(bobs, "bob");
            bobs.locator("#name").waitFor();
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.locator("nav[aria-label=Main] a[href*='/admin/']").click();
            tab.locator("nav.sub a[href$='/admin/users.xhtml']").click();
            tab.locator("#text").fill("bob");
            tab.locator("#filter input[type=submit]").click();
            tab.locator("#users tbody a").first().click();
            tab.locator("#quota, .empty").first().waitFor();
            tab.locator("#end").click();
            tab.locator("#confirm-yes").click();
            tab.locator(".ui-messages-info").waitFor();
            bobs.locator("#password").waitFor();

            tab.locator("#revoke-all").click();
            tab.locator("#confirm-yes").click();
            tab.locator("#revoke-all").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(admin().get("/admin/users/bob").json().getJsonArray("tokens"))
                    .isEmpty();
            assertThat(complaints.all()).isEmpty();
        } finally {
            Api.forgetTokens();
        }
        assertThat(Api.as("bob").get("/notifications").json().toString())
                .contains("sessions-ended-by", "token-revoked-by");
    }

    @Test
    void givesEverybodyWhatIsKeptAboutHim() throws IOException {
        alice().start(Starts.cpu("in my data"));
        alice().endAll();
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.GERMAN_PHONE);
            HomePage.logIn(tab, "alice");
            tab.locator("#user-menu summary").click();
            tab.locator("a[href$='/mydata.xhtml']").click();
            tab.locator("#kept").waitFor();
            Download download = tab.waitForDownload(() -> tab.locator("#export").click());

            assertThat(Files.readString(download.path()))
                    .contains("\"in my data\"", "\"displayName\"", "carme-users")
                    .doesNotContainPattern("carme_[A-Za-z0-9_-]{20}");
        }
        JsonObject data = alice().get("/me/data").json();
        assertThat(data.keySet()).containsExactlyElementsOf(SECTIONS);
        assertThat(data.getJsonObject("account").getString("name")).isEqualTo("alice");
        assertThat(alice().get("/audit?action=data-exported").json().getJsonArray("entries"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static long limit(String rule) {
        return admin().post("/admin/quotas", rule).json().getInt("id");
    }

    private static List<String> found(String query) {
        return admin().get("/admin/users?" + query).json().getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .map(PeopleIT::name)
                .toList();
    }

    private static String name(JsonObject object) {
        return object.getString("name");
    }

    private static Api admin() {
        return Api.as("admin");
    }

    private static Api alice() {
        return Api.as("alice");
    }
}
