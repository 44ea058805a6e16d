package org.carme.rest.usage;

import java.time.Instant;
import org.carme.joblogs.LogTail;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of a job's log. */
public record JobLogDto(
        String text,

        @Schema(description = "Whether there was more before it")
        boolean shortened,

        @Schema(description = "When the latest of it has come; left out: nothing has")
        Instant writtenAt) {
    static JobLogDto of(LogTail tail) {
        return new JobLogDto(tail.text(), tail.shortened(), tail.writtenAt().orElse(null));
    }
}
