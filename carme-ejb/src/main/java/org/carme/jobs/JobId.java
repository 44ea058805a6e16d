package org.carme.jobs;

/**
 * Carme's own number of a job; the scheduler's id is another one.
 *
 * @param value positive
 */
public record JobId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
