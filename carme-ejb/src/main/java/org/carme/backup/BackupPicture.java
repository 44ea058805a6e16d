package org.carme.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which backups there are.
 *
 * @param answers whether this instance's folder has told what is in it
 * @param here what is in it, newest first
 * @param last the newest of any instance, empty if none is known
 */
public record BackupPicture(Instant asOf, boolean answers, List<Backup> here, Optional<LastBackup> last) {
    private static final Duration OVERDUE = Duration.ofDays(2);

    /**
     * Tells whether one is missing. A folder that does not answer has none that counts.
     *
     * @param since when there could first have been one
     */
    public boolean isOverdue(Instant since) {
        Instant none = answers ? since : Instant.MIN;
        return last.map(LastBackup::at).orElse(none).isBefore(asOf.minus(OVERDUE));
    }
}
