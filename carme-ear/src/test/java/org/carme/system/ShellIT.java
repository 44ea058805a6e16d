package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Path TABLE = Path.of("../docs/reference/job-variables.md");

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
        Set<String> documented = documented();
        String name = "shell " + System.nanoTime();
        long id = ALICE.start(Starts.gpu(name));
        ALICE.awaitState(id, "running");
        TerminalSteps.inTerminal(ALICE, id, name, terminal -> {
            terminal.awaitText("node01");

            terminal.run("env >~/try-env");
            assertThat(names(SAID, onTheNode("cat ~/try-env"))).isEqualTo(documented);
            // Away from the terminal, which the shells inside would take.
            terminal.run("setsid -w bats $CARME_SHELL_DIR/tests/{archive,commands}.bats >~/try-bats 2>&1");
            assertAllPass(onTheNode("cat ~/try-bats"));
            terminal.run("carme_notify '<b>für</b> alice'");
            assertThat(ALICE.get("/notifications?limit=5").json().toString())
                    .contains("\"detail\":\"<b>für</b> alice\",\"event\":\"job-says\"");
            terminal.run("python3 -c 'import carme; job = carme.here(); job.notify(\"from \" + job.node)'");
            assertThat(ALICE.get("/notifications?limit=5").json().toString()).contains("\"detail\":\"from node01\"");
            terminal.run("carme_extend 5 >~/try-extended 2>&1; echo $? >>~/try-extended");
            assertThat(onTheNode("cat ~/try-extended"))
                    .as("this site permits none")
                    .endsWith("\n4");
            terminal.run("carme_jobinfo >~/try-info");
            assertThat(onTheNode("cat ~/try-info")).contains("State: running").contains("/job.xhtml?id=" + id);
            terminal.type("carme_canceljob --job");
            ALICE.awaitState(id, "ended");
        });
    }

    /** In the words of the Test Anything Protocol: first how many there are. */
    private static void assertAllPass(String said) {
        assertThat(said).startsWith("1..").doesNotContain("not ok");
        int planned = Integer.parseInt(said.lines().findFirst().orElseThrow().substring("1..".length()));
        assertThat(planned).isPositive();
        assertThat(said.lines().filter(line -> line.startsWith("ok "))).hasSize(planned);
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
