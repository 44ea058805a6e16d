package org.carme.system;

import java.net.URI;
import java.util.HashMap;
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
        down(Map.of());
    }

    static void down(Map<String, String> configuration) {
        Command.run(configuration, SCRIPT, INSTANCE, "down");
    }

    /** @return what makes a configuration that of a second portal, beside the usual one and with the same data */
    static Map<String, String> second(Map<String, String> configuration) {
        int port = URI.create(Api.PORTAL).getPort() + 10;
        Map<String, String> second = new HashMap<>(configuration);
        second.put("CARME_PORTAL", "second");
        second.put("CARME_PORT", Integer.toString(port));
        second.put("CARME_PORTAL_URL", "http://localhost:" + port);
        second.put("CARME_GATEWAY_URL", "http://127.0.0.1:" + (port + 1));
        second.put("CARME_AGENT_URL", System.getenv("CARME_AGENT_URL").replace(":8443", ":8444"));
        return second;
    }

    static long process(Map<String, String> configuration) {
        Matcher process = PROCESS.matcher(Command.run(configuration, SCRIPT, INSTANCE, "status"));
        if (!process.find()) {
            throw new AssertionError("The portal does not run");
        }
        return Long.parseLong(process.group(1));
    }

    /** @return address and port of every TCP port that it listens on */
    static List<String> listeners() {
        long process = process(Map.of());
        return Command.run(Map.of(), "ss", "-Hltnp")
                .lines()
                .filter(line -> line.contains("pid=" + process + ","))
                .map(line -> line.split(" +")[3].replaceAll("\\[(::ffff:)?|]", ""))
                .toList();
    }

    /** Puts the backup in the place of the database, and starts the portal again. */
    static Command.Result restore(Map<String, String> configuration, String backup) {
        return Command.attempt(configuration, SCRIPT, INSTANCE, "restore", backup);
    }

    static void kill() {
        kill(Map.of());
    }

    static void kill(Map<String, String> configuration) {
        Command.run(configuration, SCRIPT, INSTANCE, "kill");
    }
}
