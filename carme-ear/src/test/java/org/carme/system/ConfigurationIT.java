package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates and limits as a file. */
class ConfigurationIT {
    private static final String PATH = "/admin/configuration";

    private String before;

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @BeforeEach
    void keep() {
        before = admin().text(PATH);
    }

    @AfterEach
    void restore() {
        admin().postYaml(PATH + "?dryRun=false", "complete: true\n" + before);
        assertThat(admin().text(PATH)).isEqualTo(before);
    }

    @Test
    void isTakenAwayChangedAndBroughtBack() {
        String file = before + "# nobody starts more\n";
        String more = file.replaceFirst("maxJobs: \\d+", "maxJobs: 77");
        assertThat(admin().postYaml(PATH, file).json().toString())
                .contains("unchanged")
                .doesNotContain("\"changed\"", "added");

        Api.Answer seen = admin().postYaml(PATH, more);
        assertThat(seen.json().toString()).contains("\"changed\"", "→ 77");
        assertThat(admin().text(PATH)).as("after a dry run").isEqualTo(before);
        String state = seen.json().getString("state");
        assertThat(admin().postYaml(PATH + "?dryRun=false&state=" + state, more).status())
                .isEqualTo(200);

        assertThat(admin().text(PATH)).contains("maxJobs: 77");
        assertThat(admin().postYaml(PATH + "?dryRun=false&state=" + state, before)
                        .status())
                .as("seen before the change")
                .isEqualTo(409);
        assertThat(admin().get("/admin/audit?action=template-changed&limit=1")
                        .json()
                        .toString())
                .contains("→ 77");
    }

    @Test
    void changesNothingForOneWrongLine() {
        Api.Answer answer = admin().postYaml(
                        PATH + "?dryRun=false",
                        "version: 1\nquotas:\n- {subject: EVERY_USER, resource: JOBS, limit: 5}\n- {subject: EVERY_USER, resource: NODES, limit: -1}\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("line 4");
        assertThat(admin().text(PATH)).isEqualTo(before);
        assertThat(Api.as("alice").get(PATH).status()).isEqualTo(422);
        assertThat(Api.as("alice").postYaml(PATH, before).status()).isEqualTo(422);
    }

    @Test
    void isLookedAtAndAppliedOnThePage() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.locator("nav[aria-label=Main] a[href*='/admin/']").click();
            tab.locator("nav.sub a[href$='/admin/configuration.xhtml']").click();
            upload(tab, "version: 1\nquotas: [{subject: EVERY_USER, resource: NODES, limit: x}]", "#problems");
            assertThat(tab.locator("#problems").textContent()).contains("2", "limit");

            upload(tab, "version: 1\nquotas: [{subject: EVERY_USER, resource: NODES, limit: 12}]", "#changes");
            assertThat(tab.locator("#changes").textContent()).contains("EVERY_USER NODES", "added");
            tab.locator("#apply").click();
            tab.locator(".ui-messages-info").waitFor();

            assertThat(admin().text(PATH)).contains("resource: NODES", "limit: 12");
            assertThat(tab.waitForDownload(() -> tab.locator("#download").click())
                            .suggestedFilename())
                    .isEqualTo("carme.yaml");
            assertThat(complaints.all()).isEmpty();
        }
    }

    /** Returns when the whole page has come that shows the result. */
    private static void upload(Page tab, String file, String result) {
        tab.locator("#upload")
                .setInputFiles(
                        new FilePayload("carme.yaml", "application/yaml", file.getBytes(StandardCharsets.UTF_8)));
        tab.locator("#compare").click();
        tab.locator(result).waitFor();
        tab.waitForLoadState();
    }

    private static Api admin() {
        return Api.as("admin");
    }
}
