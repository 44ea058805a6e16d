package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs of sites that want something else than ssh between the nodes of jobs on several of them. */
class SshPolicyIT {
    private static final Api ALICE = Api.as("alice");
    private static final String HAS_SSH = "test -e $CARME_SSHDIR/config";

    @AfterAll
    static void leaveTheUsualOneToOthers() {
        Portal.down();
    }

    @AfterEach
    void leaveNothing() {
        ALICE.endAll();
        onTheNode("node01", "rm -f ~/try-*");
    }

    @Test
    void reachNodesBySlurmWhereSshIsNotWanted() {
        begin("never");
        String name = "no ssh " + System.nanoTime();
        long id = ALICE.start(Starts.gpu(name).replace("\"nodes\": 1", "\"nodes\": 2"));
        ALICE.awaitState(id, "running");
        List<String> nodes = ALICE.job(id).getJsonArray("nodes").getValuesAs(JsonString::getString);
        String second = nodes.get(1);
        TerminalSteps.inTerminal(ALICE, id, name, terminal -> {
            terminal.run(HAS_SSH + "; echo $? >~/try-out; carme_ssh " + second + " hostname >>~/try-out 2>&1");
            terminal.run("carme_mpirun -n 2 -npernode 1 hostname 2>&1 | sort >>~/try-out");
        });

        assertThat(onTheNode(second, "cat ~/try-out").lines()).containsExactly("1", second, nodes.get(0), second);
        for (String node : nodes) {
            assertThat(onTheNode(node, "pgrep -u alice sshd")).isEmpty();
        }
    }

    @Test
    void haveSshOnASingleNodeWhereItIsAlwaysWanted() {
        begin("always");
        String name = "ssh " + System.nanoTime();
        long id = ALICE.start(Starts.cpu(name));
        ALICE.awaitState(id, "running");
        String node = ALICE.job(id).getJsonArray("nodes").getString(0);
        TerminalSteps.inTerminal(ALICE, id, name, terminal -> {
            terminal.run("until " + HAS_SSH + "; do sleep 0.2; done");
            terminal.run("ssh " + node + " 'hostname; echo $CARME_MASTER' >~/try-out 2>&1");
        });

        assertThat(onTheNode(node, "cat ~/try-out").lines()).containsExactly(node, node);
    }

    private static void begin(String policy) {
        Portal.down();
        Portal.up(Map.of("CARME_JOBS_SSH", policy));
    }

    private static String onTheNode(String node, String script) {
        return Cluster.as("alice", node, "bash", "-c", script).output().strip();
    }
}
