package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is known against images: from files to pages, and to nobody who may not see the image. */
class AdvisoriesIT {
    private static final Api CARLA = Api.as("carla");
    private static final Api BOB = Api.as("bob");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Each run has packages and advisories of its own. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private static final String DRAFT = "8." + RUN;
    private static final String OPEN = "open-" + RUN;
    private static final String SECRET = "secret-" + RUN;
    private static final Path FOLDER =
            Path.of(System.getenv().getOrDefault("CARME_STATE", "../.carme"), "test", "advisories", RUN);

    @BeforeAll
    static void begin() throws IOException {
        Portal.up();
        Files.createDirectory(FOLDER);
        advisory("HIGH", OPEN, "high");
        advisory("SECRET", SECRET, "critical");
        Files.writeString(FOLDER.resolve("broken-" + RUN + ".json"), "{\"id\":");
    }

    private static void advisory(String name, String software, String severity) throws IOException {
        Files.writeString(FOLDER.resolve(name + ".json"), """
                {"id":"%1$s-%2$s","modified":"%3$s","aliases":["CVE-%1$s-%2$s"],"summary":"It is possible.",
                 "database_specific":{"severity":"%4$s"},
                 "affected":[{"package":{"ecosystem":"PyPI","name":"%5$s"},
                  "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"2.0"}]}]}]}""".formatted(name, RUN, Instant.now(), severity, software));
    }

    @AfterAll
    static void end() throws IOException {
        for (String file : new String[] {"HIGH.json", "SECRET.json", "broken-" + RUN + ".json"}) {
            Files.deleteIfExists(FOLDER.resolve(file));
        }
        Files.deleteIfExists(FOLDER);
    }

    @Test
    void saysWhatIsKnownAgainstImages() throws InterruptedException {
        String version = "{\"version\":\"" + DRAFT + "\",\"runtime\":\"none\",\"location\":\"\"}";
        assertThat(CARLA.post("/admin/images/base/versions", version).status()).isEqualTo(201);
        say("1", OPEN);
        say(DRAFT, SECRET);

        assertThat(BOB.post("/admin/advisories/check", "").json().getString("code"))
                .isEqualTo("not-permitted");
        assertThat(CARLA.post("/admin/advisories/check", "").status()).isEqualTo(202);
        JsonObject state = await(found -> !found.getBoolean("running")
                && CARLA.get("/advisories?id=high-" + RUN)
                                .json()
                                .getJsonArray("findings")
                                .size()
                        == 1);
        assertThat(state.getJsonObject("last").getString("outcome")).isEqualTo("done");
        assertThat(state.toString()).contains("broken-" + RUN + ".json", "not-json");

        tellsBobOnlyOfHisImages();
        assertThat(CARLA.get("/notifications").json().toString()).contains("advisories-new");
        try (Chromium chromium = new Chromium()) {
            Page bobs = chromium.open(Chromium.Look.GERMAN_PHONE);
            Complaints complaints = new Complaints().of(bobs);
            findOn(bobs);
            Page carlas = chromium.open(Chromium.Look.DESK);
            complaints.of(carlas);
            compareAndCheckOn(carlas);
            assertThat(complaints.all()).isEmpty();
        }
        int revision = CARLA.get("/images/base/versions/" + DRAFT).json().getInt("revision");
        assertThat(CARLA.delete("/admin/images/base/versions/" + DRAFT + "?revision=" + revision)
                        .status())
                .isEqualTo(204);
    }

    private static void tellsBobOnlyOfHisImages() {
        JsonObject found = BOB.get("/advisories?id=CVE-HIGH-" + RUN).json();
        assertThat(found.getJsonArray("images").toString()).isEqualTo("[{\"image\":\"base\",\"version\":\"1\"}]");
        JsonObject finding = found.getJsonArray("findings").getJsonObject(0).getJsonObject("finding");
        assertThat(finding.getString("fixed")).isEqualTo("2.0");
        assertThat(finding.getJsonObject("advisory").getString("severity")).isEqualTo("high");
        assertThat(BOB.get("/advisories?id=SECRET-" + RUN).json().getJsonArray("findings"))
                .as("drafts are for managers")
                .isEmpty();
        assertThat(BOB.get("/advisories?package=" + SECRET).json().getJsonArray("findings"))
                .isEmpty();
        assertThat(BOB.get("/images/base/versions/" + DRAFT + "/advisories").status())
                .isEqualTo(404);
        assertThat(BOB.get("/images/base/versions/1/advisories?severity=high")
                        .json()
                        .getJsonArray("findings"))
                .hasSize(1);
        assertThat(BOB.get("/images/base/versions/1/advisories?severity=worst").status())
                .isEqualTo(422);
    }

    private static void findOn(Page tab) {
        HomePage.logIn(tab, "bob");
        tab.navigate(Api.PORTAL + "/images.xhtml");
        tab.locator("#by-advisory").click();
        tab.locator("#id").fill("cve-high-" + RUN);
        tab.locator("#filter input[type=submit]").click();
        assertThat(tab.locator("#found").textContent()).contains(OPEN, "hoch", "2.0");
        assertThat(tab.locator("#check").count()).as("for managers").isZero();
        tab.locator("#with a", new Page.LocatorOptions().setHasText("base:1")).click();
        assertThat(tab.locator("#advisories").textContent()).contains("HIGH-" + RUN, OPEN);
        assertThat(tab.locator("#advisory-counts").textContent()).contains("1 hoch");
    }

    private static void compareAndCheckOn(Page tab) {
        HomePage.logIn(tab, "carla");
        tab.locator("#session").waitFor();
        tab.navigate(Api.PORTAL + "/image.xhtml?name=base&tab=compare&first=1&second=" + DRAFT);
        assertThat(tab.locator("#came").textContent()).contains("SECRET-" + RUN);
        assertThat(tab.locator("#gone").textContent()).contains("HIGH-" + RUN);
        tab.navigate(Api.PORTAL + "/image.xhtml?name=base&tab=versions");
        assertThat(tab.locator("#versions").textContent()).contains("1 high", "1 critical");
        tab.navigate(Api.PORTAL + "/advisories.xhtml");
        tab.locator("#check-now").click();
        tab.getByText("All images are checked now.").first().waitFor();
        tab.locator("#check-state[data-running=false]").waitFor();
        assertThat(tab.locator("#check-skips").textContent()).contains("broken-" + RUN + ".json");
    }

    private static void say(String version, String software) {
        String bom =
                "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"%1$s\",\"version\":\"1.0\",\"purl\":\"pkg:pypi/%1$s@1.0\"}]}"
                        .formatted(software);
        assertThat(CARLA.put("/admin/images/base/versions/" + version + "/contents", bom)
                        .status())
                .isEqualTo(200);
    }

    private static JsonObject await(Predicate<JsonObject> condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonObject state = CARLA.get("/admin/advisories/check").json();
        while (!condition.test(state)) {
            assertThat(Instant.now()).as("%s", state).isBefore(end);
            Thread.sleep(300);
            state = CARLA.get("/admin/advisories/check").json();
        }
        return state;
    }
}
