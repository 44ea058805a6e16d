package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Projects from the request to a start that their limit refuses, and who may do what with them. */
class ProjectsIT {
    private final Api admin = Api.as("admin");
    private final Api alice = Api.as("alice");
    private final Api bob = Api.as("bob");
    private final Api carla = Api.as("carla");

    private final String name = "PINNs " + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void leaveNothing() {
        bob.endAll();
        admin.list("/admin/quotas").forEach(limit -> admin.delete("/admin/quotas/" + limit.getInt("id")));
        mine(alice).forEach(project -> admin.post("/admin/projects/" + project.getString("slug") + "/archive", ""));
    }

    @Test
    void hidesProjectsFromEverybodyElse() {
        String slug = request();
        String project = "/projects/" + slug;
        String administration = "/admin" + project;

        for (Api.Answer answer : List.of(
                bob.get(project),
                bob.get(project + "/use"),
                bob.get(project + "/use/hours"),
                bob.put(project + "?version=1", "{\"name\":\"mine\"}"),
                bob.post(project + "/request", ""),
                bob.post(project + "/archive", ""),
                bob.post(project + "/renewal-request", ""),
                bob.put(project + "/owner", "{\"user\":\"bob\"}"),
                bob.post(project + "/members", "{\"user\":\"bob\"}"),
                bob.post(project + "/members/bob/approve", ""),
                bob.post(project + "/members/alice/demote", ""),
                bob.delete(project + "/members/alice"),
                bob.get("/projects/links/" + slug),
                bob.post("/projects/links/" + slug, ""))) {
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(404);
        }
        for (Api.Answer answer : List.of(
                alice.get("/admin/projects"),
                alice.get(administration),
                alice.get(administration + "/use/hours"),
                alice.post(administration + "/approval", "{\"templates\":[\"GPU\"]}"),
                alice.post(administration + "/refusal", "{\"reason\":\"no\"}"),
                alice.put(administration + "/expiry", "{}"),
                alice.put(administration + "/classification?version=1", "{\"classification\":\"public\"}"),
                alice.put(administration + "/templates?version=1", "{\"templates\":[]}"),
                alice.delete(administration + "/archive"),
                alice.put(administration + "/owner", "{\"user\":\"bob\"}"),
                alice.delete(administration + "/members/alice"))) {
            assertThat(answer.json().getString("code")).isEqualTo("not-permitted");
        }
        assertThat(alice.get(project).json().getJsonObject("project").getString("state"))
                .isEqualTo("REQUESTED");
        assertThat(mine(bob)).noneMatch(other -> other.getString("slug").equals(slug));
    }

    @Test
    void letsPeopleInByALinkAndAManager() {
        String slug = request();
        approve(slug);
        String key = alice.get("/projects/" + slug).json().getString("linkKey");

        assertThat(carla.get("/projects/links/" + key).json().toString()).isEqualTo("{\"name\":\"" + name + "\"}");
        assertThat(mine(carla))
                .as("looking changes nothing")
                .noneMatch(project -> slug.equals(project.getString("slug")));
        assertThat(carla.post("/projects/links/" + key, "").status()).isEqualTo(204);
        assertThat(carla.post("/projects/links/" + key, "").json().getString("code"))
                .isEqualTo("conflict");
        assertThat(carla.post(member(slug, "carla") + "/approve", "").json().getString("code"))
                .isEqualTo("not-permitted");
        assertThat(carla.get("/projects/" + slug).status()).as("no member yet").isEqualTo(404);
        assertThat(alice.post(member(slug, "carla") + "/approve", "").status()).isEqualTo(204);

        assertThat(projectsOf(carla, "CPU")).contains(slug);
        assertThat(carla.delete(member(slug, "alice")).json().getString("code")).isEqualTo("not-permitted");
        assertThat(carla.delete(member(slug, "carla")).status()).isEqualTo(204);
        assertThat(projectsOf(carla, "CPU")).doesNotContain(slug);
        assertThat(carla.post("/jobs", by(slug, "late")).json().getString("code"))
                .isEqualTo("not-permitted");
    }

    @Test
    void leadsFromTheRequestToTheLimitOfTheProject() {
        try (Chromium chromium = new Chromium()) {
            Complaints complaints = new Complaints();
            Page owner = open(chromium, complaints, "alice");
            requestOn(owner);
            Page approver = open(chromium, complaints, "admin");
            approveOn(approver);
            inviteBobOn(owner);
            Page invited = open(chromium, complaints, "bob");
            invited.locator("#invitations li", new Page.LocatorOptions().setHasText(name))
                    .locator(".accept")
                    .click();
            assertThat(invited.locator("#mine")).containsText(name);
            invited.navigate(Api.PORTAL + "/");
            HomePage home = new HomePage(invited).start("CPU · " + name, "by the project");
            assertThat(home.row("by the project")).containsText("Project " + name);
            approver.navigate(Api.PORTAL + "/admin/jobs.xhtml?owner=bob&state=active&text=by%20the%20project");
            assertThat(approver.locator("#jobs tbody tr")).containsText("Project " + name);
            seeHoursOn(owner);
            assertThat(complaints.all()).isEmpty();
        }
        limitToBobsJob();
    }

    @Test
    void tellsAdministratorsWhatWaitsForThem() {
        String slug = request();

        assertThat(admin.get("/notifications").json().toString()).contains("project-waits", name);
        assertThat(admin.list("/admin/projects/" + slug + "/use/hours"))
                .extracting(hours -> hours.getString("user"))
                .containsExactly("alice");
    }

    private void requestOn(Page tab) {
        tab.locator("#name").fill(name);
        tab.locator("#description").fill("Physics <b>informed</b>\n- networks");
        tab.locator("#classification").selectOption("PUBLIC");
        tab.locator("#request").click();
        assertThat(tab.locator("#mine")).containsText(name);
    }

    private void approveOn(Page tab) {
        tab.navigate(Api.PORTAL + "/admin/projects.xhtml?state=REQUESTED&text=" + name.replace(" ", "%20"));
        assertThat(tab.locator("#projects tbody")).containsText("Public");
        tab.locator("#projects tbody a").click();
        assertThat(tab.locator(".typed")).hasText("Physics <b>informed</b> - networks");
        tab.locator("#classification").selectOption("INTERNAL");
        tab.locator("#classify").click();
        assertThat(tab.locator("#classification-shown")).hasText("Internal");
        tab.locator("#templates").getByLabel("CPU").check();
        tab.locator("#day").fill("2020-01-31");
        tab.locator("#approve").click();
        assertThat(tab.locator("#day-wrong")).containsText("in the future");
        assertThat(tab.locator("#day")).isFocused();
        assertThat(tab.locator("#templates").getByLabel("CPU")).isChecked();
        tab.locator("#day").fill("2099-12-31");
        assertThat(tab.locator("#day-wrong")).hasCount(0);
        String waiting = tab.locator("#waiting-projects").innerText();
        tab.locator("#approve").click();
        assertThat(tab.locator("#state")).containsText("Active");
        assertThat(tab.locator("#waiting-projects")).not().hasText(waiting);
        tab.navigate(Api.PORTAL + "/admin/user.xhtml?name=alice");
        Locator project = tab.locator("#projects tr", new Page.LocatorOptions().setHasText(name));
        assertThat(project).containsText("Owner");
        project.locator("a").click();
        assertThat(tab.locator("h1")).hasText(name);
    }

    private void inviteBobOn(Page tab) {
        tab.locator("#mine a", new Page.LocatorOptions().setHasText(name)).click();
        tab.locator("#invited").pressSequentially("bo");
        assertThat(tab.locator("#people option[value=bob]")).hasCount(1);
        tab.locator("#invited").fill("bob");
        tab.locator("#invite").click();
        assertThat(tab.locator("#members")).containsText("bob");
    }

    private static void seeHoursOn(Page tab) {
        tab.reload();
        tab.locator("#hours thead a").last().click();
        assertThat(tab).hasURL(Pattern.compile("period=MONTH&sort=LEFT"));
        assertThat(tab.locator("#hours th[aria-sort=ascending]")).containsText("Left");
        assertThat(tab.locator("#hours tbody tr")).hasCount(2);
        String csv = tab.request()
                .get(tab.locator("#hours-csv").evaluate("link => link.href").toString())
                .text();
        assertThat(csv).startsWith("user,acceleratorType,used").contains("\r\nbob,");
    }

    private void limitToBobsJob() {
        List<JsonObject> jobs = bob.get("/jobs").json().getJsonArray("jobs").getValuesAs(JsonObject.class);
        String slug = jobs.get(0).getString("project");
        assertThat(projectsOf(bob, "CPU")).contains(slug);
        Api.Answer limit = admin.post(
                "/admin/quotas",
                "{\"subject\":\"PROJECT\",\"name\":\"" + name + "\",\"resource\":\"JOBS\",\"limit\":1}");
        assertThat(limit.json().getJsonObject("rule").getString("name")).isEqualTo(slug);

        Api.Answer next = alice.post("/jobs", by(slug, "one too many"));
        assertThat(next.json().getString("code")).isEqualTo("quota-exceeded");
        assertThat(next.json().getString("detail")).contains(name);
        JsonObject use = alice.list("/projects/" + slug + "/use").get(0);
        assertThat(use.getString("user")).isEqualTo("bob");
        assertThat(use.getInt("runningJobs") + use.getInt("waitingJobs")).isEqualTo(1);
        assertThat(alice.list("/projects/" + slug + "/use/hours?period=WEEK"))
                .extracting(hours -> hours.getString("user"))
                .containsExactly("alice", "bob");
        assertThat(bob.get("/projects/" + slug + "/use/hours").json().getString("code"))
                .isEqualTo("not-permitted");
    }

    private static Page open(Chromium chromium, Complaints complaints, String user) {
        Page tab = chromium.open(Chromium.Look.DESK);
        complaints.of(tab);
        HomePage.logIn(tab, user);
        tab.locator("nav[aria-label=Main] a[href$='/projects.xhtml']").click();
        return tab;
    }

    private String request() {
        Api.Answer answer = alice.post("/projects", "{\"name\":\"" + name + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().getJsonObject("project").getString("slug");
    }

    private void approve(String slug) {
        assertThat(admin.post("/admin/projects/" + slug + "/approval", "{\"templates\":[\"CPU\"]}")
                        .status())
                .isEqualTo(200);
    }

    private static String member(String slug, String user) {
        return "/projects/" + slug + "/members/" + user;
    }

    private static String by(String slug, String jobName) {
        return Starts.cpu(jobName).replace("\"template\"", "\"project\": \"" + slug + "\", \"template\"");
    }

    private static List<JsonObject> mine(Api user) {
        return user.list("/projects");
    }

    /** @return the projects and groups that give the template to the user */
    private static List<String> projectsOf(Api user, String template) {
        return user.get("/start-options").json().getJsonArray("templates").getValuesAs(JsonObject.class).stream()
                .filter(option -> option.getString("name").equals(template))
                .map(option -> option.getJsonString("project"))
                .map(JsonString::getString)
                .toList();
    }
}
