package org.carme.accounting;

import java.time.Duration;

/** What some runs come to. A job that was put back into the queue counts once for each of its runs. */
public record StatementSum(long jobs, long acceleratorSeconds, long cpuSeconds) {
    static final StatementSum NOTHING = new StatementSum(0, 0, 0);

    private static final double HOUR = Duration.ofHours(1).toSeconds();

    StatementSum plus(StatementSum other) {
        return new StatementSum(
                jobs + other.jobs, acceleratorSeconds + other.acceleratorSeconds, cpuSeconds + other.cpuSeconds);
    }

    public double acceleratorHours() {
        return acceleratorSeconds / HOUR;
    }

    public double cpuHours() {
        return cpuSeconds / HOUR;
    }
}
