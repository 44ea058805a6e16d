package org.carme.joblogs;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a job's log, fit for a page.
 *
 * @param text lines without control characters
 * @param shortened whether there was more before it
 * @param writtenAt when the latest of it has come, empty if nothing has
 */
public record LogTail(String text, boolean shortened, Optional<Instant> writtenAt) {
    static final LogTail NONE = new LogTail("", false, Optional.empty());
}
