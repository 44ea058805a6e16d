package org.carme.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of an execution but its log.
 *
 * @param timeLimit empty if it may take as long as it likes
 * @param next the execution that has gone on with it, empty if none has
 * @param restartable whether it can go on with the step that did not complete
 * @param hanging whether it has failed, as its time is over, but its thread still runs
 */
public record ExecutionDetails(
        ExecutionSummary summary,
        Map<String, String> parameters,
        Optional<Duration> timeLimit,
        Optional<StopWish> stopWish,
        Optional<Failure> failure,
        List<StepDetails> steps,
        List<SkippedItem> skipped,
        Optional<Long> next,
        boolean restartable,
        boolean hanging) {

    /**
     * That it should stop.
     *
     * @param user empty if the portal itself wants it
     */
    public record StopWish(Instant at, String user) {}

    /**
     * Why it failed.
     *
     * @param step empty if it was no step's fault
     * @param words of the exception; empty if only the server's log has it
     */
    public record Failure(Optional<Verdict> verdict, String step, String words) {}
}
