package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The web terminal of a real job: what it greets with, the variables in it, and Carme's commands. */
class ShellIT {
    private static final Api ALICE = Api.as("alice");
    private static final double PATIENCE = 90_000;
    private static final Path TABLE = Path.of("../docs/reference/job-variables.md");

    /** Each rank tells the next one who it is. */
    private static final String RING = """
            import os, socket
            from mpi4py import MPI
            world = MPI.COMM_WORLD
            me, all = world.rank, world.size
            heard = world.sendrecv(me, dest=(me + 1) % all, source=(me - 1) % all)
            gpus = len(os.environ["CUDA_VISIBLE_DEVICES"].split(","))
            print("%d of %d on %s with %d GPUs hears %d" % (me, all, socket.gethostname(), gpus, heard), flush=True)
            """;

    private static final Pattern VARIABLE = Pattern.compile("`(CARME_[A-Z_]+)`");
    private static final Pattern SAID = Pattern.compile("(?m)^(CARME_[A-Z_]+)=");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterAll
    static void endAll() {
        ALICE.endAll();
        onTheNode("rm -rf ~/try-*");
    }

    @Test
    void hasTheVariablesAndCommandsThatAreDocumented() throws IOException {
        String name = "shell " + System.nanoTime();
        long id = ALICE.start(Starts.gpu(name));
        ALICE.awaitState(id, "running");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            tab.navigate(ALICE.post("/jobs/" + id + "/entry-points/terminal/ticket", "{}")
                    .json()
                    .getString("url"));
            awaitText(tab, name);
            awaitText(tab, "node01");

            run(tab, "env >~/try-env");
            assertThat(names(SAID, onTheNode("cat ~/try-env"))).isEqualTo(documented());
            // Away from the terminal, which the shells inside would take.
            run(tab, "setsid -w bats $CARME_SHELL_DIR/tests/{archive,commands}.bats >~/try-bats 2>&1");
            assertThat(onTheNode("cat ~/try-bats"))
                    .contains("1..15")
                    .contains("\nok 15 ")
                    .doesNotContain("not ok");
            run(tab, "carme_notify '<b>für</b> alice'");
            assertThat(ALICE.get("/notifications?limit=5").json().toString())
                    .contains("\"detail\":\"<b>für</b> alice\",\"event\":\"job-says\"");
            run(tab, "python3 -c 'import carme; job = carme.here(); job.notify(\"from \" + job.node)'");
            assertThat(ALICE.get("/notifications?limit=5").json().toString()).contains("\"detail\":\"from node01\"");
            run(tab, "carme_extend 5 >~/try-extended 2>&1; echo $? >>~/try-extended");
            assertThat(onTheNode("cat ~/try-extended"))
                    .as("this site permits none")
                    .endsWith("\n4");
            run(tab, "carme_jobinfo >~/try-info");
            assertThat(onTheNode("cat ~/try-info")).contains("State: running").contains("/job.xhtml?id=" + id);
            tab.keyboard().type("carme_canceljob --job\n");
            ALICE.awaitState(id, "ended");
            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void runsMpiProgramsOnEveryGpuOfTwoNodes() {
        String name = "mpi " + System.nanoTime();
        long id = ALICE.start(Starts.gpu(name)
                .replace("\"nodes\": 1", "\"nodes\": 2")
                .replace("acceleratorsPerNode\": 1", "acceleratorsPerNode\": 2"));
        ALICE.awaitState(id, "running");
        onTheNode("cat >~/try-ring.py <<'END'\n" + RING + "END");
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            tab.navigate(ALICE.post("/jobs/" + id + "/entry-points/terminal/ticket", "{}")
                    .json()
                    .getString("url"));
            awaitText(tab, name);
            run(tab, "carme_mpirun python3 try-ring.py >~/try-ring 2>&1");
        }
        List<String> nodes = ALICE.job(id).getJsonArray("nodes").getValuesAs(JsonString::getString);
        assertThat(onTheNode("sort ~/try-ring").lines())
                .containsExactly(
                        "0 of 4 on " + nodes.get(0) + " with 2 GPUs hears 3",
                        "1 of 4 on " + nodes.get(0) + " with 2 GPUs hears 0",
                        "2 of 4 on " + nodes.get(1) + " with 2 GPUs hears 1",
                        "3 of 4 on " + nodes.get(1) + " with 2 GPUs hears 2");
    }

    private static void awaitText(Page tab, String text) {
        tab.locator(".xterm-rows", new Page.LocatorOptions().setHasText(text))
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    /** Types it, and waits until the shell has done it. */
    private static void run(Page tab, String command) {
        String mark = Long.toString(System.nanoTime(), 36);
        tab.keyboard().type(command + "; clear; echo do''ne " + mark + "\n");
        awaitText(tab, "done " + mark);
    }

    /** All of the table but those that are gone. */
    private static Set<String> documented() throws IOException {
        String table = Files.readString(TABLE);
        return names(VARIABLE, table.substring(0, table.indexOf("Earlier versions")));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String onTheNode(String script) {
        return Cluster.as("alice", "node01", "bash", "-c", script).output().strip();
    }
}
