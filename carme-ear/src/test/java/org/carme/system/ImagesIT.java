package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Images from the first draft to the last job. */
class ImagesIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api CARLA = Api.as("carla");
    private static final Api BOB = Api.as("bob");

    /** What jobs have recorded stays, so that each run has its own. */
    private static final String NAME = "octave-" + Long.toString(System.currentTimeMillis(), 36);

    private static final String TEMPLATE = "/admin/templates/With%20images";

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void removeTemplate() {
        BOB.endAll();
        CARLA.endAll();
        JsonObject made = ADMIN.get(TEMPLATE).json();
        if (made.containsKey("version")) {
            ADMIN.delete(TEMPLATE + "?version=" + made.getInt("version"));
        }
    }

    @Test
    void isDraftedApprovedStartedAndDisabled() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "carla");
            tab.locator("#tools summary").click();
            tab.locator("#tools a[href$='/images.xhtml']").click();
            draftOn(tab);
            assertThat(ADMIN.post("/admin/templates", template()).status()).isEqualTo(201);
            assertThat(BOB.get("/images/" + NAME).status()).as("a draft").isEqualTo(404);
            assertThat(refusal()).isEqualTo("invalid-request");
            assertThat(BOB.post("/images/" + NAME + "/versions/1/trials", "").status())
                    .isEqualTo(422);
            tryOut(tab);

            confirm(tab, ".to-ACTIVE");
            tab.locator(".to-DISABLED").waitFor();
            assertThat(BOB.get("/images/" + NAME).json().getString("version")).isEqualTo("1");
            long id = BOB.start(start());
            assertThat(BOB.awaitState(id, "running").getString("imageVersion")).isEqualTo("1");

            confirm(tab, ".to-DISABLED");
            tab.locator(".to-ACTIVE").waitFor();
            assertThat(tab.locator("#versions .delete-version").count())
                    .as("a job has recorded it")
                    .isZero();
            assertThat(refusal()).isEqualTo("invalid-request");
            assertThat(BOB.job(id).getString("state")).as("what runs goes on").isEqualTo("running");
            assertThat(CARLA.delete(version() + "?revision=" + revision()).status())
                    .isEqualTo(409);
            readRecords(tab);
            Page bobs = chromium.open(Chromium.Look.GERMAN_PHONE);
            complaints.of(bobs);
            startAgain(bobs, id);
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static void tryOut(Page tab) {
        tab.locator("#versions .try").click();
        tab.waitForURL("**/job.xhtml?id=*");
        long id = Long.parseLong(tab.url().replaceAll(".*id=", ""));
        assertThat(CARLA.awaitState(id, "running").getString("imageVersion")).isEqualTo("1");
        CARLA.endAll();
        tab.navigate(Api.PORTAL + "/image.xhtml?name=" + NAME + "&tab=versions");
    }

    private static void readRecords(Page tab) {
        for (String shown : List.of("jobs", "history")) {
            tab.navigate(Api.PORTAL + "/image.xhtml?name=" + NAME + "&tab=" + shown);
            tab.locator("table").waitFor();
        }
    }

    private static void startAgain(Page tab, long id) {
        HomePage.logIn(tab, "bob");
        tab.navigate(Api.PORTAL + "/job.xhtml?id=" + id);
        assertThat(tab.locator(".facts").first().textContent()).contains(NAME + ":1");
        tab.navigate(Api.PORTAL + "/?again=" + id);
        assertThat(tab.locator(".ui-messages-warn").textContent()).contains(NAME + ":1");
    }

    private static void draftOn(Page tab) {
        tab.locator("#new").click();
        tab.locator("#name").fill("Not a name");
        tab.locator("#title").fill("GNU Octave");
        tab.locator("#description").fill("Counts **everything**.");
        tab.locator("#description").press("End");
        tab.locator("#preview strong").waitFor();
        tab.locator("#save").click();
        tab.locator("#name-wrong").waitFor();
        tab.locator("#name").fill(NAME);
        tab.locator("#save").click();
        tab.locator("#new-version").click();
        tab.locator("#version").fill("1");
        tab.locator("#notes").fill("The first one");
        tab.locator("#save").click();
        tab.locator("#versions").waitFor();
    }

    private static void confirm(Page tab, String button) {
        Locator pressed = tab.locator("#versions " + button);
        pressed.click();
        tab.locator("#confirm-yes").click();
    }

    @Test
    void keepsManagingToManagersAndChecksWhatTheySay() {
        String image = "{\"name\":\"of-bob\",\"title\":\"Mine\"}";
        assertThat(BOB.post("/admin/images", image).json().getString("code")).isEqualTo("not-permitted");
        assertThat(BOB.post("/admin/images/base/versions", spec("none", "")).status())
                .isEqualTo(422);
        assertThat(BOB.get("/images/nothing").status()).isEqualTo(404);
        assertThat(BOB.get("/images/base/versions/9").status()).isEqualTo(404);
        assertThat(CARLA.put("/admin/images/base/versions/1/state?revision=-1", "{\"state\":\"disabled\"}")
                        .status())
                .isEqualTo(409);
        assertThat(CARLA.delete("/admin/images/base?revision=-1").status()).isEqualTo(409);
        JsonObject wrong = CARLA.post("/admin/images/base/versions", spec("bubblewrap", "/etc"))
                .json();
        assertThat(wrong.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("location");
    }

    private static String refusal() {
        return BOB.post("/jobs", start()).json().getString("code");
    }

    private static String version() {
        return "/admin/images/" + NAME + "/versions/1";
    }

    private static int revision() {
        return CARLA.get("/images/" + NAME + "/versions/1").json().getInt("revision");
    }

    private static String spec(String runtime, String location) {
        return "{\"version\":\"9\",\"runtime\":\"" + runtime + "\",\"location\":\"" + location + "\"}";
    }

    private static String start() {
        return Starts.cpu("octave").replace("\"CPU\"", "\"With images\"").replace("\"base\"", '"' + NAME + '"');
    }

    private static String template() {
        return """
                {"name":"With images","groups":["carme-users"],"partition":"cpu","account":"lab","maxJobs":2,"maxNodes":1,
                 "maxMinutes":60,"defaultMinutes":30,"cpusPerAccelerator":1,"megabytesPerAccelerator":500,
                 "accelerators":{"cpu":0},"images":["base","%s"]}""".formatted(NAME);
    }
}
