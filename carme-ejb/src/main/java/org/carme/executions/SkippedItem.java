package org.carme.executions;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a step could not deal with and left out.
 *
 * @param retry the execution that has tried it again, the last if there were several
 */
public record SkippedItem(long id, String step, String item, String reason, Instant at, Optional<Long> retry) {}
