package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever pages say in words comes from the bundles, so that a translator of those has translated all of it. */
class MarkedTextsIT {
    private static final String DATABASE = "jdbc:h2:file:/srv/portal/data/marked;MODE=MySQL;LOCK_TIMEOUT=10000";
    private static final String NAME = MarkedProgram.mark("named by a user");

    /**
     * Times as the browser writes them, documents, what is of a terminal, what an administrator says of an image, what the
     * audit log keeps for every reader alike, and the one button that PrimeFaces names, in German as well.
     */
    private static final String NO_TEXTS = "script, style, time, code, pre, .mono, .rich, .docs-side details,"
            + " textarea, #folder, #about.quiet, #audit td:nth-child(2), #audit td:nth-child(3), .ui-messages-close";

    /** Names of machines, versions and addresses have digits, dots or signs in them. */
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}_.@-])\\p{L}[\\p{L}-]+(?![\\p{L}\\p{N}_@-])");

    private static final Set<String> SAME_IN_ALL_LANGUAGES = Set.of(
            "min",
            "ms",
            "GB",
            "https",
            "DE",
            "English",
            "Deutsch",
            "Carme",
            "Slurm",
            "Java",
            "Payara",
            "Micro",
            "build",
            "Jupyter",
            "Notebook",
            "Terminal",
            "Desktop",
            "Dask",
            "Web",
            "server",
            "JupyterLab",
            "RStudio",
            "TensorBoard",
            "Theia",
            "VS",
            "Code");
    private static final Set<String> OF_THE_DIRECTORY = Set.of(
            "alice",
            "bob",
            "carla",
            "admin",
            "Alice",
            "Bob",
            "Carla",
            "Admin",
            "Example",
            "admins",
            "students",
            "carme-users",
            "image-managers");
    private static final Set<String> OF_THE_CLUSTER = Set.of(
            "GPU",
            "CPU",
            "TITAN",
            "gpu",
            "cpu",
            "titan",
            "down",
            "build",
            "Images",
            "pretend",
            "Base",
            "base",
            "Apptainer",
            "Bubblewrap",
            "Charliecloud");
    private static final String NAME_OF_A_TOKEN = "test";

    private final Api admin = Api.as("admin");
    private final Api alice = Api.as("alice");
    private final Set<String> unmarked = new TreeSet<>();

    @BeforeAll
    static void begin() {
        String program = MarkedProgram.make().toString();
        Portal.down();
        Portal.up(Map.of("CARME_JAR", program, "CARME_DB_URL", DATABASE));
        Api.forgetTokens();
    }

    @AfterAll
    static void end() {
        Api.as("alice").endAll();
        Portal.down();
        Api.forgetTokens();
    }

    @Test
    void saysNothingThatIsInNoBundle() {
        List<String> pages = fill();
        try (Chromium chromium = new Chromium()) {
            Page users = chromium.open(Chromium.Look.DESK);
            users.navigate(Api.PORTAL + "/");
            look(users, "login");
            HomePage.logInHere(users, "alice", "wrong");
            users.locator(".ui-messages-error").waitFor();
            look(users, "refused login");
            HomePage.logInHere(users, "alice", HomePage.PASSWORD).entryPoint(NAME, "Terminal");
            Stream.concat(Pages.OF_USERS.stream(), pages.stream()).forEach(path -> look(users, path));
            Page admins = chromium.open(Chromium.Look.DESK);
            HomePage.logIn(admins, "admin").tab().locator("#session").waitFor();
            Pages.OF_ADMINISTRATORS.forEach(path -> look(admins, path));
            assertThat(unmarked).isEmpty();
        }
    }

    /** Makes one of everything. @return pages that show one of it */
    private List<String> fill() {
        long ended = alice.start(Starts.cpu(NAME));
        alice.delete("/jobs/" + ended);
        long running = alice.start(Starts.gpu(NAME));
        alice.put(
                "/presets/" + URLEncoder.encode(MarkedProgram.mark("preset"), StandardCharsets.UTF_8),
                "{\"template\":\"CPU\",\"acceleratorsPerNode\":0,\"nodes\":1,\"image\":\"base\",\"timeLimitMinutes\":30}");
        String project = alice.post("/projects", "{\"name\":\"" + MarkedProgram.mark("project " + running) + "\"}")
                .json()
                .getJsonObject("project")
                .getString("slug");
        admin.post(
                "/admin/news",
                "{\"title\":\"" + NAME + "\",\"text\":\"" + NAME + "\",\"severity\":\"INFO\",\"onLogin\":true}");
        admin.post("/admin/quotas", "{\"subject\":\"USER\",\"name\":\"alice\",\"resource\":\"JOBS\",\"limit\":9}");
        return List.of("/job.xhtml?id=" + running, "/job.xhtml?id=" + ended, "/project.xhtml?show=" + project);
    }

    private void look(Page tab, String path) {
        if (path.startsWith("/")) {
            Pages.open(tab, path);
        }
        Pages.said(tab, NO_TEXTS).stream()
                .filter(said -> !isMarked(said))
                .map(said -> path + " says " + said)
                .forEach(unmarked::add);
    }

    /** @return whether what is outside of all marks are numbers and names only */
    private static boolean isMarked(String said) {
        return WORD.matcher(MarkedProgram.unmarked(said))
                .results()
                .map(MatchResult::group)
                .allMatch(word -> SAME_IN_ALL_LANGUAGES.contains(word)
                        || OF_THE_DIRECTORY.contains(word)
                        || OF_THE_CLUSTER.contains(word)
                        || word.equals(NAME_OF_A_TOKEN));
    }
}
