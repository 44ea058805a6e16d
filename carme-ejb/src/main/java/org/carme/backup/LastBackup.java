package org.carme.backup;

import java.time.Instant;

/**
 * The newest backup that was found good, wherever it is.
 *
 * @param name of its file
 * @param at when it was begun
 * @param host the machine of the instance that has made it; empty if it is in this instance's folder
 */
public record LastBackup(String name, Instant at, String host) {
    static LastBackup here(Backup backup) {
        return new LastBackup(backup.name(), backup.at(), "");
    }

    public boolean isElsewhere() {
        return !host.isEmpty();
    }
}
