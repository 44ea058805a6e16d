package org.carme.rest.backup;

import java.time.Instant;
import org.carme.backup.Backup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A backup that was found good. */
@Schema(name = "Backup")
public record BackupDto(
        @Schema(description = "Of its file in carme.backup.folder")
        String name,

        @Schema(description = "When it was begun") Instant at,
        long bytes) {
    static BackupDto of(Backup backup) {
        return new BackupDto(backup.name(), backup.at(), backup.bytes());
    }
}
