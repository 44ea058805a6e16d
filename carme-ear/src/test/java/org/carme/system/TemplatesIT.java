package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Templates that administrators make, change and delete, and what it means for those who start jobs. */
class TemplatesIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api ALICE = Api.as("alice");
    private static final String NAME = "Made here";
    private static final String PRESET = """
            {"template":"Made here","acceleratorsPerNode":0,"nodes":1,"image":"base","timeLimitMinutes":30}""";

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void removeTemplate() {
        ALICE.endAll();
        JsonObject made = ADMIN.get("/admin/templates/Made%20here").json();
        if (made.containsKey("version")) {
            ADMIN.delete("/admin/templates/Made%20here?version=" + made.getInt("version"));
        }
    }

    @Test
    void offersWhatWasMadeAndOnlyThat() {
        assertThat(ADMIN.post("/admin/templates", template("carme-users", 1)).status())
                .isEqualTo(201);
        assertThat(offered(ALICE)).contains(NAME);

        long id = ALICE.start(Starts.cpu("by it").replace("\"CPU\"", '"' + NAME + '"'));
        assertThat(ALICE.awaitState(id, "running").getString("template")).isEqualTo(NAME);
        assertThat(ADMIN.delete("/admin/templates/Made%20here?version=1").status())
                .as("a job uses it")
                .isEqualTo(409);
        assertThat(change(template("nobody-is-in-it", 1)).status()).isEqualTo(200);

        assertThat(offered(ALICE)).doesNotContain(NAME);
        assertThat(ALICE.post("/jobs", Starts.cpu("again").replace("\"CPU\"", '"' + NAME + '"'))
                        .json()
                        .getString("code"))
                .isEqualTo("not-permitted");
        assertThat(ALICE.job(id).getString("state")).as("what runs goes on").isEqualTo("running");
    }

    @Test
    void offersADisabledTemplateToNobodyAndLetsItsJobsRunOn() {
        ADMIN.post("/admin/templates", template("carme-users", 2));
        String start = Starts.cpu("by it").replace("\"CPU\"", '"' + NAME + '"');
        long id = ALICE.start(start);
        ALICE.put("/presets/kept", PRESET);
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            HomePage home = HomePage.logIn(tab, "alice");
            home.choose(NAME);
            assertThat(change(template("carme-users", 2).replace("\"name\"", "\"enabled\":false,\"name\""))
                            .status())
                    .isEqualTo(200);

            tab.locator("#go").click();
            requireToldForGood(tab);
            for (String address : List.of("/?again=" + id, "/?preset=kept")) {
                tab.navigate(Api.PORTAL + address);
                assertThat(tab.locator(".ui-messages-warn").textContent()).contains(NAME);
                assertThat(tab.locator("#template option").allTextContents()).doesNotContain(NAME);
            }
            tab = chromium.open(Chromium.Look.DESK);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/templates.xhtml");
            assertThat(tab.locator("#templates tr", new Page.LocatorOptions().setHasText(NAME))
                            .textContent())
                    .contains("disabled");
        } finally {
            ALICE.delete("/presets/kept");
        }
        assertThat(offered(ALICE)).doesNotContain(NAME);
        for (String path : List.of("/jobs", "/jobs/estimate")) {
            assertThat(ALICE.post(path, start).json().getString("code")).isEqualTo("not-permitted");
        }
        assertThat(ALICE.awaitState(id, "running").getString("template")).isEqualTo(NAME);
    }

    private static void requireToldForGood(Page tab) {
        assertThat(tab.locator(".ui-messages-error").textContent()).contains("not offered any more");
        tab.waitForResponse(answer -> answer.request().method().equals("POST"), () -> tab.evaluate("refreshJobs()"));
        assertThat(tab.locator(".ui-messages-error").textContent())
                .as("the page has refreshed what runs")
                .contains("not offered any more");
    }

    @Test
    void refusesStartsForWhichNoNodeHasTheFeatures() {
        String impossible = template("carme-users", 1).replace("\"maxJobs\"", "\"features\":\"nowhere\",\"maxJobs\"");
        JsonObject made = ADMIN.post("/admin/templates", impossible).json();

        Api.Answer refused = ALICE.post("/jobs", Starts.cpu("unlucky").replace("\"CPU\"", '"' + NAME + '"'));

        assertThat(made.getJsonArray("problems").getJsonObject(0).getString("kind"))
                .isEqualTo("no-features");
        assertThat(refused.json().getString("code")).isEqualTo("invalid-request");
        assertThat(refused.json().getString("detail")).startsWith("No node has");
    }

    @Test
    void keepsTemplatesFromOthers() {
        assertThat(ALICE.get("/admin/templates").status()).isEqualTo(422);
        assertThat(ALICE.post("/admin/templates", template("carme-users", 1)).status())
                .isEqualTo(422);
        assertThat(ALICE.delete("/admin/templates/CPU?version=1").status()).isEqualTo(422);
        assertThat(offered(ALICE)).contains("CPU").doesNotContain(NAME);
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (String wrong : List.of(
                template("", 1),
                template("carme-users", 0),
                template("carme-users", 1).replace("\"base\"", "\"nothing\""),
                template("carme-users", 1).replace("\"partition\":\"cpu\"", "\"partition\":\"cpu;id\""))) {
            assertThat(ADMIN.post("/admin/templates", wrong).json().getString("code"))
                    .as(wrong)
                    .isEqualTo("invalid-request");
        }
        assertThat(ADMIN.post("/admin/templates", "{\"name\":\"x\"}").status()).isEqualTo(400);
        assertThat(ADMIN.get("/admin/templates/none").status()).isEqualTo(404);
    }

    @Test
    void isMadeChangedAndDeletedOnItsPages() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.locator("nav[aria-label=Main] a[href*='/admin/']").click();
            tab.locator("nav.sub a[href$='/admin/templates.xhtml']").click();
            makeOn(tab);
            show(tab);
            tab.locator("#maxNodes").fill("2");
            tab.locator("#save").click();
            tab.locator("#templates a", new Page.LocatorOptions().setHasText(NAME))
                    .click();
            assertThat(tab.locator("#maxNodes").inputValue()).isEqualTo("2");

            Page other = tab.context().newPage();
            other.navigate(tab.url());
            other.locator("#maxJobs").fill("5");
            other.locator("#save").click();
            other.locator("#templates").waitFor();
            tab.locator("#maxJobs").fill("7");
            tab.locator("#save").click();
            assertThat(tab.locator(".ui-messages-error").textContent())
                    .contains("admin has changed this meanwhile", "maxJobs: 3 → 5");
            assertThat(tab.locator("#maxJobs").inputValue()).isEqualTo("7");

            tab.reload();
            deleteOn(tab);
            tab.locator("#undo").click();
            assertThat(tab.locator("#maxJobs").inputValue())
                    .as("as the other saved it")
                    .isEqualTo("5");
            deleteOn(tab);
            tab.navigate(Api.PORTAL + "/admin/templates.xhtml?text=made");
            tab.locator(".empty").waitFor();
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static void makeOn(Page tab) {
        tab.locator("#new").click();
        tab.locator("#name").fill(NAME);
        tab.locator("#groups").fill("carme-users, carme-admins");
        tab.locator("#cpu").check();
        tab.locator("#images input").first().check();
        tab.locator("#maxJobs").fill("0");
        tab.locator("#cpus").fill("20000");
        assertThat(tab.locator("#maxJobs-wrong").textContent()).contains("at least 1");
        tab.locator("#maxJobs").fill("3");
        assertThat(tab.locator(".wrong").count()).as("what is corrected").isZero();
        tab.locator("#save").click();
        tab.locator("#cpus-wrong").waitFor();
        assertThat(tab.locator("#cpus-wrong").textContent()).contains("from 1 to 10,000");
        assertThat(tab.locator("#cpus:focus[aria-invalid=true][aria-describedby=cpus-wrong]")
                        .count())
                .isEqualTo(1);
        assertThat(tab.locator("#name").inputValue()).isEqualTo(NAME);

        tab.locator("#cpus").fill("1");
        tab.locator("#save").click();
    }

    private static void deleteOn(Page tab) {
        tab.locator("#delete").click();
        tab.locator("#confirm-yes").click();
        tab.locator("#undo").waitFor();
    }

    private static void show(Page tab) {
        tab.locator("#templates a", new Page.LocatorOptions().setHasText(NAME)).click();
        tab.locator("#maxNodes").waitFor();
    }

    private static List<String> offered(Api user) {
        return user.get("/start-options").json().getJsonArray("templates").getValuesAs(JsonObject.class).stream()
                .map(template -> template.getString("name"))
                .toList();
    }

    private static Api.Answer change(String template) {
        int version = ADMIN.get("/admin/templates/Made%20here").json().getInt("version");
        return ADMIN.put("/admin/templates/Made%20here?version=" + version, template);
    }

    private static String template(String group, int maxJobs) {
        return """
                {"name":"Made here","groups":["%s"],"partition":"cpu","account":"lab","maxJobs":%d,"maxNodes":1,
                 "maxMinutes":60,"defaultMinutes":30,"cpusPerAccelerator":1,"megabytesPerAccelerator":500,
                 "accelerators":{"cpu":0},"images":["base"]}""".formatted(group, maxJobs);
    }
}
