package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Own images on pages: a recipe that is wrong, one that fails, one that becomes a version, and a sandbox of that. */
class BuildPagesIT {
    private static final Api ALICE = Api.as("alice");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What jobs have recorded stays, so that each run has its own. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private static final String BASE = "to-shape-" + RUN;
    private static final String MINE = "shaped-" + RUN;

    @BeforeAll
    static void begin() {
        Portal.up();
        BuildBase.make(BASE);
    }

    @AfterEach
    void endJobs() {
        ALICE.endAll();
    }

    @Test
    void makesAnImageAndASandboxOfIt() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "alice");
            tab.locator("#tools summary").click();
            tab.locator("#tools a[href$='/images.xhtml']").click();
            tab.locator("#own-images").click();
            tab.locator("#new").click();
            saysWhatIsWrong(tab);
            failsAndSaysWhere(tab);
            becomesAVersion(tab);
            promotesASandbox(tab);
            Page phone = chromium.open(Chromium.Look.GERMAN_PHONE);
            complaints.of(phone);
            HomePage.logIn(phone, "alice");
            phone.navigate(Api.PORTAL + "/builds.xhtml");
            phone.locator("#builds a", new Page.LocatorOptions().setHasText(MINE + ":2"))
                    .click();
            phone.locator("#steps").waitFor();
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static void saysWhatIsWrong(Page tab) {
        tab.locator("#image").fill(MINE);
        tab.locator("#version").fill("1");
        tab.locator("#base").fill(BASE);
        tab.locator("#apt").fill("hello -oDir::Etc=/tmp");
        tab.locator("#save").click();
        assertThat(tab.locator("#apt-wrong").textContent()).contains("-oDir::Etc=/tmp");
        tab.locator("#apt").fill("");
    }

    private static void failsAndSaysWhere(Page tab) {
        tab.locator("details.more summary").click();
        tab.locator("#commands").fill("echo it breaks here\nexit 3");
        tab.locator("#save").click();
        within(tab.locator("#failure"));
        assertThat(tab.locator("#last-lines").textContent()).contains("it breaks here");
        tab.locator("#delete").waitFor();
        tab.locator("#again").click();
    }

    private static void becomesAVersion(Page tab) {
        assertThat(tab.locator("#image").inputValue()).isEqualTo(MINE);
        tab.locator("#version").fill("1");
        tab.locator("#format").selectOption("DOCKERFILE");
        tab.locator("#recipe").fill("FROM " + BASE + "\nRUN mkdir /opt/own\n");
        tab.locator("#save").click();
        within(tab.locator("#to-version"));
        assertThat(tab.locator("#steps .run").count())
                .isEqualTo(tab.locator("#steps li").count());
        tab.locator("#to-version").click();
        tab.locator("nav.sub a[href*='tab=packages']").click();
        tab.locator("dd.mono", new Page.LocatorOptions().setHasText("sha256:")).waitFor();
        tab.locator("nav.sub a[href*='tab=versions']").click();
        tab.locator("#versions .what summary").click();
    }

    private static void promotesASandbox(Page tab) {
        tab.locator("#versions .sandbox").click();
        tab.waitForURL("**/build.xhtml?id=*");
        String sandbox = tab.url();
        long id = Long.parseLong(sandbox.replaceAll(".*id=", ""));
        ALICE.await(id, PATIENCE, job -> job.getString("state").equals("running"));
        String root = "/proc/$(pgrep -u alice -n jupyter-noteboo)/root";
        assertThat(onTheNode("echo changed >" + root + "/opt/own/it && echo written"))
                .isEqualTo("written");
        tab.locator("#cancel").click();
        tab.locator("#confirm-yes").click();
        within(tab.locator("#promote"));
        tab.locator("#version").fill("2");
        tab.locator("#promote").click();
        tab.waitForURL(url -> url.contains("/build.xhtml") && !url.equals(sandbox));
        within(tab.locator("#to-version"));
        String files = ALICE.get("/images/" + MINE + "/versions/2")
                .json()
                .getJsonObject("spec")
                .getString("location");
        assertThat(onTheNode("cat " + files + "/opt/own/it")).isEqualTo("changed");
    }

    private static void within(Locator shown) {
        shown.waitFor(new Locator.WaitForOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    private static String onTheNode(String script) {
        return Cluster.as("alice", "node04", "bash", "-c", script).output().strip();
    }
}
