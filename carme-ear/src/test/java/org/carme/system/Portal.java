package org.carme.system;

import java.util.Map;

/** The portal process. */
final class Portal {
    private static final String SCRIPT = "server-config/portal/portal";
    private static final String INSTANCE = System.getenv().getOrDefault("CARME_INSTANCE", "test");

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

    static void kill() {
        Command.run(Map.of(), SCRIPT, INSTANCE, "kill");
    }
}
