package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was used in a month, from Slurm's accounting, which may be away. */
class StatementIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api admin = Api.as("admin");
    private final Api bob = Api.as("bob");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void hasAllThatTheAccountingHasAlsoAfterItWasAway() {
        neverRun();
        long before = accounted();
        run();
        importUntil(before + 1);
        Cluster.stop("dbd");
        try {
            run();
            readNow();
        } finally {
            Cluster.start("dbd");
        }

        // The controller hands on what it has kept some seconds after slurmdbd is back.
        importUntil(before + 2);
        readNow();
        assertThat(accounted()).isEqualTo(before + 2);
        importUntil(accounted());
    }

    @Test
    void isForAdministratorsAndOneself() {
        assertThat(bob.get("/admin/statement").status()).isEqualTo(422);
        assertThat(bob.post("/admin/statement/import", "").status()).isEqualTo(422);
        assertThat(bob.get("/projects/not-there/statement").status()).isEqualTo(404);
        assertThat(bob.get("/statement?month=november").status()).isEqualTo(422);
        assertThat(bob.get("/statement").json().getJsonArray("lines").getValuesAs(JsonObject.class))
                .allSatisfy(line -> assertThat(line.getString("user")).isEqualTo("bob"));
    }

    @Test
    void isShownPrintedAndSaved() throws IOException {
        long before = accounted();
        run();
        importUntil(before + 1);
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "admin");
            tab.navigate(Api.PORTAL + "/admin/statement.xhtml?by=USER");
            assertThat(tab.locator("#statement")).containsText("bob");
            assertThat(tab.locator("#total")).containsText("Together");
            Download csv = tab.waitForDownload(() -> tab.locator("#csv").click());
            assertThat(Files.readString(csv.path())).startsWith("month,user,").contains(",bob,");
            Download pdf = tab.waitForDownload(() -> tab.locator("#pdf").click());
            assertThat(text(pdf)).contains("Statement for", "bob", "1 / ");
            tab.locator("#read-now").click();
            assertThat(tab.locator("#messages")).containsText("being read");
            assertThat(complaints.all()).isEmpty();
        }
    }

    private static String text(Download pdf) throws IOException {
        return new PdfTextExtractor(new PdfReader(Files.readAllBytes(pdf.path()))).getTextFromPage(1);
    }

    /** A job of bob's from a terminal, until its end. */
    private static void run() {
        Cluster.run("bob", "head", "srun", "--job-name=short", "--time=5", "true");
    }

    /** A job of his that is cancelled before Slurm looks for a node, which the accounting gives a start. */
    private static void neverRun() {
        String[] send = {"sbatch", "--parsable", "--partition=down", "--time=5", "--output=/dev/null", "--wrap=true"};
        String id = Cluster.run("bob", "head", send).strip();
        Cluster.run("bob", "head", "scancel", id);
    }

    private void readNow() {
        assertThat(admin.post("/admin/statement/import", "").status()).isEqualTo(202);
    }

    private void importUntil(long all) {
        Instant latest = Instant.now().plus(PATIENCE);
        while (jobs() != all) {
            assertThat(Instant.now()).as(jobs() + " of " + all).isBefore(latest);
            readNow();
            Api.pause();
        }
    }

    private long jobs() {
        return bob.get("/statement")
                .json()
                .getJsonObject("total")
                .getJsonNumber("jobs")
                .longValue();
    }

    /**
     * @return how many runs of his have ended, as Slurm's own program counts them: what was cancelled while it waited may
     *     have a start as well, but no node
     */
    private static long accounted() {
        String[] show = {"sacct", "-nXDP", "--user=bob", "--starttime=2020-01-01", "--format=start,end,nodelist"};
        return Cluster.run("bob", "head", show)
                .lines()
                .filter(line -> !line.contains("Unknown") && !line.contains("None"))
                .count();
    }
}
