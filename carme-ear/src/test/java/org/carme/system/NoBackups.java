package org.carme.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Lets backups of the usual portal fail: a file lies where their folder was. */
final class NoBackups {
    static final Path FOLDER = Path.of(
            System.getenv().getOrDefault("CARME_STATE", ""),
            System.getenv().getOrDefault("CARME_INSTANCE", "test"),
            "portal/data/backups");

    private static final Path ASIDE = FOLDER.resolveSibling("aside");

    private NoBackups() {}

    /** @return the failed execution of a portal that could not back up while it tried */
    static long fail() {
        return during(() -> Repairs.id(BackupSteps.failToBackUp()));
    }

    static <T> T during(Supplier<T> action) {
        try {
            if (Files.exists(FOLDER)) {
                Files.move(FOLDER, ASIDE);
            }
            Files.createFile(FOLDER);
            try {
                return action.get();
            } finally {
                Files.delete(FOLDER);
                if (Files.exists(ASIDE)) {
                    Files.move(ASIDE, FOLDER);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
