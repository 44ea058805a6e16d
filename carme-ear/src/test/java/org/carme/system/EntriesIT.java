package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entry points that start when they are opened, with programs of Debian's, through the gateway. */
class EntriesIT {
    private static final Api ALICE = Api.as("alice");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double MILLIS = 60_000;
    private static final int BACKGROUND = 0x33576b;
    private static final int WHITE = 0xffffff;

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterAll
    static void endAll() {
        ALICE.endAll();
    }

    @Test
    void openWhenSomebodyWantsThemAndRestart() throws IOException {
        String name = "entries " + System.nanoTime();
        long id = ALICE.start(Starts.cpu(name));
        JsonObject job = ALICE.awaitState(id, "running");
        assertThat(entries(job)).containsKeys("desktop", "dask", "web").doesNotContainKeys("rstudio", "code-server");
        assertThat(entries(job).get("desktop").getBoolean("startsWhenOpened")).isTrue();

        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Page desktop = HomePage.logIn(tab, "alice").open(name, "Desktop");
            awaitPicture(desktop);
            ALICE.await(id, PATIENCE, known -> isReady(known, "desktop"));

            tab.navigate(Api.PORTAL + "/job.xhtml?id=" + id);
            Locator row = tab.locator("[data-entry=desktop]");
            row.locator("button", new Locator.LocatorOptions().setHasText("Restart"))
                    .click();
            tab.locator("#confirm-yes").click();
            row.locator(".state.wait").waitFor(new Locator.WaitForOptions().setTimeout(MILLIS));
            row.locator(".state.run").waitFor(new Locator.WaitForOptions().setTimeout(MILLIS));
        }
        assertThat(ALICE.get("/audit?limit=5").json().toString()).contains("entry-point-restarted");
        assertThat(Api.as("bob").post(path(id, "desktop") + "/restart", "{}").status())
                .isEqualTo(404);
        assertThat(ALICE.post(path(id, "desktop") + "/restart", "{}").status()).isEqualTo(204);
        readDask(id);
        readOwnServer(id, job.getJsonArray("nodes").getString(0));
    }

    /** Most of what is in the middle is the desktop's colour, and the terminal on it is white. */
    private static void awaitPicture(Page desktop) throws IOException {
        desktop.locator("canvas").waitFor(new Locator.WaitForOptions().setTimeout(MILLIS));
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!isPicture(desktop.screenshot()) && System.nanoTime() < latest) {
            Api.pause();
        }
        assertThat(isPicture(desktop.screenshot())).as("a desktop").isTrue();
    }

    private static boolean isPicture(byte[] screenshot) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
        Map<Integer, Long> colours = IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) & WHITE)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long all = (long) image.getWidth() * image.getHeight();
        return colours.getOrDefault(BACKGROUND, 0L) > all / 4 && colours.getOrDefault(WHITE, 0L) > all / 20;
    }

    private static void readDask(long id) {
        assertThat(page(id, "dask", "info/main/workers.html")).contains("tls://10.");
    }

    private static void readOwnServer(long id, String node) {
        String run = "echo from alice >/tmp/own-server/index.html; "
                + "setsid python3 -m http.server --bind 127.0.0.1 8123 --directory /tmp/own-server "
                + "</dev/null >/dev/null 2>&1 & echo $!";
        String process = onTheNode(node, "mkdir -p /tmp/own-server; " + run);
        try {
            ALICE.await(id, PATIENCE, known -> page(id, "web", "").contains("href=\"8123/\""));
            assertThat(page(id, "web", "8123/")).contains("from alice");
            assertThat(page(id, "web", "")).contains("python3 -m http.server");
        } finally {
            onTheNode(node, "kill " + process + "; rm -r /tmp/own-server");
        }
    }

    /** Opens the entry point, which may have to start first. */
    private static String page(long id, String entry, String place) {
        Browser browser = new Browser();
        String ticket = ALICE.post(path(id, entry) + "/ticket", "{}").json().getString("url");
        browser.get(ticket);
        ALICE.await(id, PATIENCE, known -> isReady(known, entry));
        String root = ticket.substring(0, ticket.indexOf("/-/open"));
        return browser.get(root + "/" + entry + "/" + place).body();
    }

    private static String path(long id, String entry) {
        return "/jobs/" + id + "/entry-points/" + entry;
    }

    private static boolean isReady(JsonObject job, String entry) {
        return entries(job).get(entry).getBoolean("ready");
    }

    private static Map<String, JsonObject> entries(JsonObject job) {
        return job.getJsonArray("entryPoints").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(entry -> entry.getString("name"), Function.identity()));
    }

    private static String onTheNode(String node, String script) {
        return Cluster.as("alice", node, "bash", "-c", script).output().strip();
    }
}
