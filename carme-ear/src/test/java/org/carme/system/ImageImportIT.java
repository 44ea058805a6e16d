package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Images of a store, from the folder to the catalogue, and what becomes of their files. */
class ImageImportIT {
    private static final Api CARLA = Api.as("carla");
    private static final Api ADMIN = Api.as("admin");
    private static final Api BOB = Api.as("bob");
    private static final String STORE = "/opt/carme/images";
    private static final String IMPORT = "/admin/images/import";
    private static final String PLAN = IMPORT + "?folder=" + STORE;

    private static final String NAME = "found-" + Long.toString(System.currentTimeMillis(), 36);

    private final Path store = Path.of(System.getenv().getOrDefault("CARME_STATE", "../.carme"), "test", "images");
    private final Path image = store.resolve(NAME);

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void remove() throws IOException {
        JsonObject kept = CARLA.get("/images/" + NAME).json();
        if (kept.containsKey("revision")) {
            CARLA.delete("/admin/images/" + NAME + "?revision=" + kept.getInt("revision"));
        }
        for (String file : List.of("1/bin/sh", "1/bin", "1/new", "1", "2.sif", "bad name", "")) {
            Files.deleteIfExists(image.resolve(file));
        }
    }

    @Test
    void isRegisteredOnceAndMarkedWhenItsFilesChange() throws IOException {
        Files.createDirectories(image.resolve("1/bin"));
        Files.createFile(image.resolve("1/bin/sh"));
        Files.createFile(image.resolve("bad name"));
        Files.writeString(image.resolve("2.sif"), "-".repeat(32) + "SIF_MAGIC");
        refusesOthers();

        assertThat(statuses()).containsExactlyInAnyOrder("1 new", "2 new", "bad name unfit");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "carla");
            registerOn(tab);
            registersTheOtherOnceForTwoAtOnce();
            changesAreMarkedOn(tab);
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static void refusesOthers() {
        assertThat(BOB.get(PLAN).json().getString("code")).isEqualTo("not-permitted");
        assertThat(BOB.post(IMPORT, "{\"images\":[]}").status()).isEqualTo(422);
        assertThat(BOB.post(IMPORT + "/look", "").status()).isEqualTo(422);
        assertThat(CARLA.get(IMPORT + "?folder=/etc").status()).isEqualTo(422);
        JsonObject outside = CARLA.post(IMPORT, """
                        {"images":[{"location":"/etc/x","name":"x","version":"1"}]}""").json();
        assertThat(outside.getJsonArray("images").getJsonObject(0).getString("field"))
                .isEqualTo("location");
    }

    private void registerOn(Page tab) {
        tab.navigate(Api.PORTAL + "/images.xhtml");
        tab.locator("#import").click();
        tab.locator("#filter input[type=submit]").click();
        tab.locator("#found").waitFor();
        tab.locator("#runtime").selectOption("bubblewrap");
        Locator row = tab.locator("#found input[value='" + STORE + "/" + NAME + "/1']");
        row.check();
        tab.locator("#owner").fill("nobody-of-that-name");
        tab.locator("#register").click();
        tab.locator("#owner-wrong").waitFor();
        tab.locator("#owner").fill("");
        row.check();
        tab.locator("#register").click();
        tab.locator(".ui-messages-info").waitFor();
        assertThat(row.count()).isZero();
        JsonObject made = CARLA.get("/images/" + NAME + "/versions/1").json();
        assertThat(made.getString("state")).isEqualTo("draft");
        assertThat(made.getJsonObject("spec").getString("runtime")).isEqualTo("bubblewrap");
        assertThat(BOB.get("/images/" + NAME).status()).as("a draft").isEqualTo(404);
    }

    private static void registersTheOtherOnceForTwoAtOnce() {
        String wanted = """
                {"images":[{"location":"%s/%s/2.sif","name":"%s","version":"2"}]}""".formatted(STORE, NAME, NAME);
        List<CompletableFuture<String>> both = Stream.of(CARLA, ADMIN)
                .map(manager -> CompletableFuture.supplyAsync(() -> manager.post(IMPORT, wanted)
                        .json()
                        .getJsonArray("images")
                        .getJsonObject(0)
                        .getString("result")))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("added", "present");
    }

    private void changesAreMarkedOn(Page tab) throws IOException {
        Files.createFile(image.resolve("1/new"));
        Files.delete(image.resolve("2.sif"));
        String marks = "/images/" + NAME + "/files";
        Instant latest = Instant.now().plusSeconds(120);
        while (CARLA.list(marks).size() < 2) {
            assertThat(Instant.now()).isBefore(latest);
            // One that runs already may have seen what was there before.
            assertThat(CARLA.post(IMPORT + "/look", "").status()).isEqualTo(202);
            Api.pause();
        }
        assertThat(CARLA.list(marks))
                .extracting(mark -> mark.getString("version"))
                .containsExactly("1", "2");
        tab.navigate(Api.PORTAL + "/image.xhtml?name=" + NAME + "&tab=versions");
        tab.locator(".missing-files").waitFor();
        tab.locator(".accept-files").click();
        tab.locator("#confirm-yes").click();
        tab.locator(".ui-messages-info").waitFor();
        assertThat(tab.locator(".changed-files").count()).isZero();
        assertThat(CARLA.list(marks)).hasSize(1);
    }

    private List<String> statuses() {
        String begin = STORE + "/" + NAME + "/";
        return CARLA.get(PLAN).json().getJsonArray("images").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("location").startsWith(begin))
                .map(row -> row.getString("location").substring(begin.length()) + " " + row.getString("status"))
                .map(row -> row.replace(".sif", ""))
                .toList();
    }
}
