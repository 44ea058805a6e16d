package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that go to the home and come back through Jupyter, in a browser, and pass the gateway whole. */
class JupyterFilesIT {
    private static final int MEGABYTE = 1 << 20;
    /** Jupyter Notebook sends a file as one request up to 25 MB, a larger one in parts after a question. */
    private static final int AT_ONCE = 24;

    private static final int IN_PARTS = 60;
    private static final double MILLIS = 60_000;
    private static final Api ALICE = Api.as("alice");

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterAll
    static void endAll() {
        ALICE.endAll();
    }

    @Test
    void passWhole() throws IOException {
        String name = "files " + System.nanoTime();
        long id = ALICE.start(Starts.cpu(name));
        String node = ALICE.awaitState(id, "running").getJsonArray("nodes").getString(0);
        String prefix = "test-files-" + id;
        try (Chromium chromium = new Chromium()) {
            Page tree =
                    HomePage.logIn(chromium.open(Chromium.Look.DESK), "alice").open(name, "Jupyter");
            for (int megabytes : new int[] {AT_ONCE, IN_PARTS}) {
                Path file = folder.resolve(prefix + "-" + megabytes + ".bin");
                write(file, megabytes);
                upload(tree, file, megabytes > AT_ONCE);
                awaitSame(node, file);
                assertThat(Files.mismatch(download(tree, file), file)).isEqualTo(-1L);
            }
        } finally {
            Cluster.as("alice", node, "sh", "-c", "rm -f -- ~/\"$1\"*", "sh", prefix);
        }
    }

    private static void write(Path file, int megabytes) throws IOException {
        Random random = new Random(megabytes);
        byte[] part = new byte[MEGABYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(part);
                out.write(part);
            }
        }
    }

    private static void upload(Page tree, Path file, boolean isAsked) {
        tree.locator("#notebook_list_header").waitFor();
        tree.locator("#upload_span_input").setInputFiles(file);
        if (isAsked) {
            tree.locator(".modal.in .btn-primary").click();
        }
        tree.locator(".upload_button").click();
        tree.locator(".upload_button")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(MILLIS));
    }

    /** The last part may still be on its way to the disk. */
    private static void awaitSame(String node, Path file) throws IOException {
        String sum = Command.run(Map.of(), "sha256sum", file.toString()).split(" ")[0];
        long latest = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!sumThere(node, file).equals(sum) && System.nanoTime() < latest) {
            Api.pause();
        }
        assertThat(sumThere(node, file)).isEqualTo(sum);
    }

    private static String sumThere(String node, Path file) {
        return Cluster.as(
                        "alice",
                        node,
                        "sh",
                        "-c",
                        "sha256sum -- ~/\"$1\" | cut -d ' ' -f 1",
                        "sh",
                        file.getFileName().toString())
                .output()
                .strip();
    }

    private static Path download(Page tree, Path file) {
        tree.reload();
        Locator row = tree.locator(
                ".list_item",
                new Page.LocatorOptions().setHasText(file.getFileName().toString()));
        row.locator("input[type=checkbox]").check();
        Download download =
                tree.waitForDownload(() -> tree.locator(".download-button").click());
        return download.path();
    }
}
