package org.carme.jobs;

import java.time.Instant;
import org.carme.common.InvalidRequestException;

/** Where a part of the history ended. */
record JobCursor(Instant endedAt, long id) {
    static final JobCursor START = new JobCursor(Instant.ofEpochMilli(Long.MAX_VALUE), Long.MAX_VALUE);

    static JobCursor of(JobSummary job) {
        return new JobCursor(job.endedAt().orElseThrow(), job.id().value());
    }

    static JobCursor parse(String text) {
        int dot = text.indexOf('.');
        try {
            return new JobCursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(dot, 0)))),
                    Long.parseLong(text.substring(dot + 1)));
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request.cursor");
        }
    }

    String text() {
        return endedAt.toEpochMilli() + "." + id;
    }
}
