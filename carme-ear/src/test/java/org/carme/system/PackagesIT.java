package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is inside images: said by their managers, looked for by users. */
class PackagesIT {
    private static final Api CARLA = Api.as("carla");
    private static final Api BOB = Api.as("bob");
    private static final String DRAFT = "9." + Long.toString(System.currentTimeMillis(), 36);
    private static final String BASE = "/images/base/versions/1";

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void saysWhichImagesHaveAPackage() {
        String version = "{\"version\":\"" + DRAFT + "\",\"runtime\":\"none\",\"location\":\"\"}";
        assertThat(CARLA.post("/admin/images/base/versions", version).status()).isEqualTo(201);
        say("1", "torch@2.4.0", "numpy@1.26", "gone@1");
        say(DRAFT, "torch@2.5.0", "numpy@1.26", "new@1");

        refusesWhatBobMayNot();
        try (Chromium chromium = new Chromium()) {
            Page bobs = chromium.open(Chromium.Look.GERMAN_PHONE);
            Complaints complaints = new Complaints().of(bobs);
            findOn(bobs);
            Page carlas = chromium.open(Chromium.Look.DESK);
            complaints.of(carlas);
            compareOn(carlas);
            sayOn(carlas);
            assertThat(complaints.all()).isEmpty();
        }
        assertThat(BOB.get("/packages?name=torch").json().getJsonArray("packages"))
                .as("what was said last counts")
                .isEmpty();
        String path = "/admin/images/base/versions/" + DRAFT;
        int revision = CARLA.get("/images/base/versions/" + DRAFT).json().getInt("revision");
        assertThat(CARLA.delete(path + "?revision=" + revision).status()).isEqualTo(204);
    }

    private static void refusesWhatBobMayNot() {
        JsonObject found = BOB.get("/packages?name=torch").json();
        assertThat(found.getJsonArray("packages").getValuesAs(JsonObject.class))
                .as("drafts are for managers")
                .extracting(use -> use.getJsonObject("software").getString("version"))
                .containsExactly("2.4.0");
        assertThat(BOB.get("/images/base/versions/" + DRAFT + "/packages").status())
                .isEqualTo(404);
        int drafted = CARLA.get("/packages?name=torch&version=2.5")
                .json()
                .getJsonArray("packages")
                .getJsonObject(0)
                .getInt("id");
        assertThat(BOB.get("/packages/" + drafted + "/images").status()).isEqualTo(404);
        assertThat(BOB.put("/admin" + BASE + "/contents", bom("x@1")).json().getString("code"))
                .isEqualTo("not-permitted");
        assertThat(CARLA.put("/admin" + BASE + "/contents", "{\"bomFormat\":\"SPDX\"}")
                        .status())
                .isEqualTo(422);
        assertThat(CARLA.get(BASE + "/packages/changes").json().toString())
                .as("nothing is said of the other version")
                .contains("\"field\":\"since\"");
    }

    private static void findOn(Page tab) {
        HomePage.logIn(tab, "bob");
        tab.navigate(Api.PORTAL + "/images.xhtml");
        tab.locator("#by-package").click();
        tab.locator("#name").fill("TORCH");
        tab.locator("#version").fill("2.4");
        tab.locator("#filter input[type=submit]").click();
        tab.locator("#found td.number a").click();
        tab.locator("#with a", new Page.LocatorOptions().setHasText("base:1")).click();
        tab.locator("#packages").waitFor();
        assertThat(tab.locator("#count").textContent()).isEqualTo("3");
        assertThat(tab.locator("#say").count()).as("for managers").isZero();
    }

    private static void compareOn(Page tab) {
        HomePage.logIn(tab, "carla");
        tab.locator("#session").waitFor();
        tab.navigate(Api.PORTAL + "/image.xhtml?name=base&tab=compare&first=1&second=" + DRAFT);
        assertThat(tab.locator("#changes tbody tr td:first-child").allTextContents())
                .containsExactly("gone", "new", "torch");
        tab.navigate(Api.PORTAL + "/image.xhtml?name=base&tab=compare&first=1&second=none-such");
        assertThat(tab.locator("main").textContent()).contains("This image has no version none-such");
        tab.navigate(Api.PORTAL + "/image.xhtml?name=base&tab=packages&version=none-such&from=none-such");
        assertThat(tab.locator("main").textContent()).contains("This image has no version none-such", "numpy");
    }

    /** The file is chosen and sent on the page. */
    private static void sayOn(Page tab) {
        tab.navigate(Api.PORTAL + "/image.xhtml?name=base&tab=packages&version=1");
        String withFile = bom("numpy@2.0").replace("[", "[{\"type\":\"file\",\"name\":\"x\"},");
        byte[] file = withFile.getBytes(StandardCharsets.UTF_8);
        tab.locator("#upload").setInputFiles(new FilePayload("base.json", "application/json", file));
        tab.locator("#take").click();
        tab.locator("#count", new Page.LocatorOptions().setHasText("1")).waitFor();
        assertThat(tab.locator("#packages tbody").textContent()).contains("numpy", "2.0");
        assertThat(tab.locator("#nameless").textContent()).contains("One component");
    }

    private static void say(String version, String... packages) {
        assertThat(CARLA.put("/admin/images/base/versions/" + version + "/contents", bom(packages))
                        .json()
                        .getInt("packages"))
                .isEqualTo(packages.length);
    }

    private static String bom(String... packages) {
        return Stream.of(packages)
                .map(one -> one.split("@", 2))
                .map(one ->
                        "{\"type\":\"library\",\"name\":\"%1$s\",\"version\":\"%2$s\",\"purl\":\"pkg:pypi/%1$s@%2$s\"}"
                                .formatted(one[0], one[1]))
                .collect(Collectors.joining(",", "{\"bomFormat\":\"CycloneDX\",\"components\":[", "]}"));
    }
}
