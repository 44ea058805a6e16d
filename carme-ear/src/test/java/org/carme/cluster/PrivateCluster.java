package org.carme.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The private Slurm cluster that the system tests run against; its {@code cluster.env} is their environment. */
public final class PrivateCluster {
    private static final File TOOL =
            Path.of("..", "server-config", "cluster", "cluster").toFile();

    private PrivateCluster() {}

    public static URI slurm() {
        return URI.create(variable("CARME_SLURM_URL"));
    }

    public static Path slurmKey() {
        return Path.of(variable("CARME_SLURM_KEY_FILE"));
    }

    /** @param service ctld, dbd, restd, mariadb or a node */
    public static void stop(String service) {
        run("stop", service);
    }

    /** As {@code kill -9}. */
    public static void kill(String service) {
        run("kill", service);
    }

    public static void start(String service) {
        run("start", service);
    }

    /** As Slurm's own user. */
    public static void scontrol(String... words) {
        List<String> command = new ArrayList<>(List.of("as", "slurm", "head", "--", "scontrol"));
        command.addAll(List.of(words));
        run(command.toArray(String[]::new));
    }

    private static void run(String... verb) {
        List<String> command = new ArrayList<>(List.of(TOOL.getPath(), variable("CARME_INSTANCE")));
        command.addAll(List.of(verb));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(name + " is not set: source the instance's cluster.env"));
    }
}
