package org.carme.executions;

import java.time.Instant;
import java.util.List;

/**
 * What a step tells of itself since it last did.
 *
 * @param counts all so far
 * @param lines since then
 * @param skipped since then
 */
public record StepNews(
        String step,
        StepDetails.Counts counts,
        StepDetails.Progress progress,
        List<LogLine> lines,
        List<Skip> skipped) {

    /** Something that was left out. */
    public record Skip(String item, String reason, Instant at) {}
}
