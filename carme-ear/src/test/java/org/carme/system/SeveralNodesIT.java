package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A job on two nodes with two GPUs each: its own ssh, and what spreads over both. */
class SeveralNodesIT {
    private static final Api ALICE = Api.as("alice");

    /** Each rank tells the next one who it is. */
    private static final String RING = """
            import os, socket
            from mpi4py import MPI
            world = MPI.COMM_WORLD
            me, all = world.rank, world.size
            heard = world.sendrecv(me, dest=(me + 1) % all, source=(me - 1) % all)
            gpus = os.environ["CUDA_VISIBLE_DEVICES"]
            print("%d of %d on %s with GPUs %s hears %d" % (me, all, socket.gethostname(), gpus, heard), flush=True)
            """;

    /** Over the workers of all nodes. */
    private static final String SUM = """
            import os, socket
            from distributed import Client
            from distributed.security import Security
            folder = os.environ["CARME_JOBDIR"] + "/dask/"
            pem = folder + "identity.pem"
            safe = Security(require_encryption=True, tls_ca_file=pem, tls_client_cert=pem, tls_client_key=pem)
            client = Client(scheduler_file=folder + "scheduler.json", security=safe)
            client.wait_for_workers(4, timeout=60)
            print("sum", client.submit(sum, client.map(lambda n: n * n, range(1000))).result(timeout=60))
            for worker in client.run(lambda: (socket.gethostname(), os.environ["CUDA_VISIBLE_DEVICES"])).values():
                print(*worker)
            """;

    /** Gloo, because the GPUs of the private cluster are pretended. */
    private static final String REDUCE = """
            import os, socket, torch, torch.distributed
            torch.distributed.init_process_group("gloo")
            rank, all = torch.distributed.get_rank(), torch.distributed.get_world_size()
            value = torch.tensor([10.0 ** rank])
            torch.distributed.all_reduce(value)
            print("%d of %d on %s: %d\\n" % (rank, all, socket.gethostname(), value.item()), end="", flush=True)
            """;

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterAll
    static void endAll() {
        ALICE.endAll();
        onTheNode("node01", "rm -rf ~/try-*");
    }

    @Test
    void areReachedBySshAndByProgramsOnAllOfThem() {
        String name = "nodes " + System.nanoTime();
        long id = ALICE.start(Starts.gpu(name)
                .replace("\"nodes\": 1", "\"nodes\": 2")
                .replace("acceleratorsPerNode\": 1", "acceleratorsPerNode\": 2"));
        ALICE.awaitState(id, "running");
        List<String> nodes = ALICE.job(id).getJsonArray("nodes").getValuesAs(JsonString::getString);
        String first = nodes.get(0);
        String second = nodes.get(1);
        TerminalSteps.inTerminal(ALICE, id, name, terminal -> {
            terminal.run("until grep -q 'Host " + second + " ' $CARME_SSHDIR/config; do sleep 0.2; done");
            goBothWays(terminal, first, second);
            runOnEveryGpu(terminal, first, second);
            calculateWithDask(terminal, id, first, second);
            if (Boolean.parseBoolean(System.getenv("CARME_TEST_ALL"))) {
                reduceWithPyTorch(terminal, first, second);
            }
        });
        String config = "cat /tmp/carme-job-*/.ssh/config";
        String door = onTheNode(
                second, config + " | sed -n '/^Host " + second + " /,/HostKey/p' | awk '/HostName|Port/ {print $2}'");
        String address = door.lines().toList().get(0);
        String port = door.lines().toList().get(1);
        assertThat(address).startsWith("10.77.");
        refusesOthers(second, address, port);

        ALICE.delete("/jobs/" + id);
        ALICE.awaitState(id, "ended");
        String attempt = ": </dev/tcp/" + address + "/" + port;
        assertThat(Cluster.as("alice", first, "bash", "-c", attempt).output()).contains("Connection refused");
        assertThat(onTheNode(second, "ls -d /tmp/carme-job-*")).contains("No such file");
    }

    /** For Slurm, which finds the node down some seconds after its slurmd was killed, and gives the job up. */
    @Test
    @EnabledIfEnvironmentVariable(named = "CARME_TEST_ALL", matches = "true")
    void saveWhatTheOthersHaveWhereOneIsLost() {
        long id = ALICE.start(Starts.gpu("half")
                .replace("\"nodes\": 1", "\"nodes\": 2")
                .replace(": 30}", ": 30, \"stageOut\": \"~/try-half\"}"));
        JsonObject running = ALICE.awaitState(id, "running");
        List<String> nodes = running.getJsonArray("nodes").getValuesAs(JsonString::getString);
        String results = "/tmp/carme-job-disk-" + running.getString("slurmJobId") + "/data/results";
        nodes.forEach(node -> prepare(node, "mkdir %1$s && hostname >%1$s/name".formatted(results)));

        JsonObject ended;
        Cluster.kill(nodes.get(1));
        try {
            ended = ALICE.await(
                    id,
                    Duration.ofMinutes(2),
                    found -> found.getString("state", "").equals("ended"));
        } finally {
            Cluster.start(nodes.get(1));
        }
        assertThat(ended.getString("outcome")).isEqualTo("node-failed");
        assertThat(ALICE.get("/notifications?limit=10").json().getJsonArray("notifications"))
                .extracting(JsonValue::asJsonObject)
                .filteredOn(told -> told.getString("page", "").endsWith("id=" + id))
                .extracting(told -> told.getString("event"))
                .contains("job-ended.NODE_FAILED");
        String home = "~/try-half/" + nodes.get(0) + "/name";
        Executions.await(() -> onTheNode("head", "cat " + home), nodes.get(0)::equals);
        for (String node : nodes) {
            Executions.await(
                    () -> onTheNode(node, "pgrep -u alice -a; ls -d /tmp/carme-job-*"),
                    left -> left.lines().allMatch(line -> line.contains("bash") || line.contains("No such file")));
        }
    }

    private static void goBothWays(TerminalSteps terminal, String first, String second) {
        String there = "hostname; echo $CARME_MASTER $CUDA_VISIBLE_DEVICES; command -v carme_nodes; ssh " + first
                + " hostname; carme_ssh " + first + " hostname";
        terminal.run("ssh " + second + " '" + there + "' >~/try-ssh 2>&1");
        assertThat(onTheNode(first, "cat ~/try-ssh").lines())
                .containsExactly(second, first + " 0,1", "/opt/carme/shell/bin/carme_nodes", first, first);
        terminal.run("mkdir -p 'try-a b' && cd 'try-a b' && carme_ssh " + second + " pwd >~/try-ssh; cd");
        assertThat(onTheNode(first, "cat ~/try-ssh")).endsWith("/try-a b");
        terminal.run("echo exit 5 | ssh -tt " + second + " >~/try-ssh; echo $? >>~/try-ssh");
        assertThat(onTheNode(first, "cat ~/try-ssh")).contains("Documentation").endsWith("5");
        assertThat(onTheNode(first, "ls ~/.ssh")).as("the home is left alone").contains("No such file");
    }

    private static void runOnEveryGpu(TerminalSteps terminal, String first, String second) {
        prepare(first, "cat >~/try-ring.py <<'END'\n" + RING + "END");
        terminal.run("carme_mpirun python3 try-ring.py >~/try-ring 2>&1");
        assertThat(onTheNode(first, "sort ~/try-ring").lines())
                .containsExactly(
                        "0 of 4 on " + first + " with GPUs 0,1 hears 3",
                        "1 of 4 on " + first + " with GPUs 0,1 hears 0",
                        "2 of 4 on " + second + " with GPUs 0,1 hears 1",
                        "3 of 4 on " + second + " with GPUs 0,1 hears 2");
        terminal.run("carme_mpirun --host " + second + ":2 hostname >~/try-there 2>&1");
        assertThat(onTheNode(first, "cat ~/try-there").lines()).containsExactly(second, second);
        terminal.run(
                "carme_nodes --hostfile >~/try-hosts; carme_mpirun --hostfile ~/try-hosts hostname 2>&1 | sort >~/try-there");
        assertThat(onTheNode(first, "cat ~/try-there").lines()).containsExactly(first, first, second, second);
    }

    private static void calculateWithDask(TerminalSteps terminal, long id, String first, String second) {
        assertThat(ALICE.post("/jobs/" + id + "/entry-points/dask/restart", "{}")
                        .status())
                .isEqualTo(204);
        prepare(first, "cat >~/try-sum.py <<'END'\n" + SUM + "END");
        terminal.run("until [ -e $CARME_JOBDIR/dask/scheduler.json ]; do sleep 0.2; done; "
                + "python3 try-sum.py >~/try-sum 2>~/try-sum-errors");
        assertThat(onTheNode(first, "sort ~/try-sum").lines())
                .as(onTheNode(first, "cat ~/try-sum-errors"))
                .containsExactly(first + " 0", first + " 1", second + " 0", second + " 1", "sum 332833500");
    }

    private static void reduceWithPyTorch(TerminalSteps terminal, String first, String second) {
        prepare(first, "cat >~/try-reduce.py <<'END'\n" + REDUCE + "END");
        // Debian's PyTorch loses what stands for neither, its default, with Debian's Python.
        terminal.run("carme_torchrun --redirects 1 --tee 1 try-reduce.py >~/try-reduce 2>~/try-reduce-errors");
        assertThat(onTheNode(first, "sed 's/^.*]://' ~/try-reduce | sort").lines())
                .as(onTheNode(first, "cat ~/try-reduce-errors"))
                .containsExactly(
                        "0 of 4 on " + first + ": 1111",
                        "1 of 4 on " + first + ": 1111",
                        "2 of 4 on " + second + ": 1111",
                        "3 of 4 on " + second + ": 1111");
    }

    private static void refusesOthers(String node, String address, String port) {
        for (String account : List.of("alice", "bob")) {
            Command.Result tried = Cluster.as(
                    "bob",
                    node,
                    "ssh",
                    "-o",
                    "StrictHostKeyChecking=no",
                    "-o",
                    "UserKnownHostsFile=/dev/null",
                    "-p",
                    port,
                    account + "@" + address,
                    "hostname");
            assertThat(tried.status()).isEqualTo(255);
            assertThat(tried.output()).contains("Permission denied (publickey)");
        }
    }

    private static void prepare(String node, String script) {
        Cluster.run("alice", node, "bash", "-c", script);
    }

    private static String onTheNode(String node, String script) {
        return Cluster.as("alice", node, "bash", "-c", script).output().strip();
    }
}
