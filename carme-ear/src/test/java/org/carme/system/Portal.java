package org.carme.system;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The portal process. */
final class Portal {
    private static final String SCRIPT = "server-config/portal/portal";
    private static final String INSTANCE = System.getenv().getOrDefault("CARME_INSTANCE", "test");

    private static final Pattern PROCESS = Pattern.compile("process (\\d+)");

    private Portal() {}

    /** Starts it with the defaults (H2, embedded directory) unless it runs, and returns once it is ready. */
    static void up() {
        up(Map.of());
    }

    static void up(Map<String, String> configuration) {
        Command.run(configuration, SCRIPT, INSTANCE, "up");
    }

    static void down() {
        Command.run(Map.of(), SCRIPT, INSTANCE, "down");
    }

    /** @return address and port of every TCP port that it listens on */
    static List<String> listeners() {
        Matcher process = PROCESS.matcher(Command.run(Map.of(), SCRIPT, INSTANCE, "status"));
        if (!process.find()) {
            throw new AssertionError("The portal does not run");
        }
        return Command.run(Map.of(), "ss", "-Hltnp")
                .lines()
                .filter(line -> line.contains("pid=" + process.group(1) + ","))
                .map(line -> line.split(" +")[3].replaceAll("\\[(::ffff:)?|]", ""))
                .toList();
    }

    /** Puts the backup in the place of the database, and starts the portal again. */
    static Command.Result restore(Map<String, String> configuration, String backup) {
        return Command.attempt(configuration, SCRIPT, INSTANCE, "restore", backup);
    }

    static void kill() {
        Command.run(Map.of(), SCRIPT, INSTANCE, "kill");
    }
}
