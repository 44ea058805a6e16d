package org.carme.staging;

/**
 * How far the copying of a job's data to one of its nodes, or of its results from there, is, as its agent says.
 *
 * @param totalBytes as far as is known at the beginning
 * @param item what is being copied, empty if nothing is; of results where they go
 * @param detail what could not be copied, in English; empty if all could
 */
public record StagingProgress(State state, long bytes, long totalBytes, String item, String detail) {
    /** Where it stands. */
    public enum State {
        COPYING,
        DONE,
        FAILED
    }

    /** Whether nothing more will be copied. */
    public boolean isOver() {
        return state != State.COPYING;
    }

    /** Whether not all could be copied. */
    public boolean hasFailed() {
        return state == State.FAILED;
    }
}
