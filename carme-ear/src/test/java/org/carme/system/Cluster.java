package org.carme.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The private cluster. */
final class Cluster {
    private static final String SCRIPT = "server-config/cluster/cluster";
    private static final String INSTANCE = System.getenv().getOrDefault("CARME_INSTANCE", "test");

    private Cluster() {}

    static void start(String service) {
        Command.run(Map.of(), SCRIPT, INSTANCE, "start", service);
    }

    static void stop(String service) {
        Command.run(Map.of(), SCRIPT, INSTANCE, "stop", service);
    }

    static void kill(String service) {
        Command.run(Map.of(), SCRIPT, INSTANCE, "kill", service);
    }

    static void reboot(String node) {
        Command.run(Map.of(), SCRIPT, INSTANCE, "reboot", node);
    }

    /** Runs a command as that user on that node, or on {@code head}. */
    static Command.Result as(String user, String host, String... command) {
        return Command.attempt(Map.of(), line(user, host, command));
    }

    /** The same for a command that must succeed; @return what it printed. */
    static String run(String user, String host, String... command) {
        return Command.run(Map.of(), line(user, host, command));
    }

    private static String[] line(String user, String host, String... command) {
        List<String> line = new ArrayList<>(List.of(SCRIPT, INSTANCE, "as", user, host, "--"));
        line.addAll(Arrays.asList(command));
        return line.toArray(String[]::new);
    }

    /** @return the ids of all jobs that Slurm has under that name, ended ones included */
    static List<String> jobsNamed(String name) {
        return run("slurm", "head", "squeue", "--noheader", "--states=all", "--format=%i", "--name=" + name)
                .lines()
                .map(String::strip)
                .toList();
    }
}
