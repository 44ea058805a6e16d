package org.carme.rest.jobs;

import org.carme.jobs.HistoryTotal;

/**
 * What ended jobs of one accelerator type used together.
 *
 * @param acceleratorType {@code cpu} for jobs without accelerators
 * @param jobs how many they are, those that never ran included
 * @param hours accelerator-hours; of {@code cpu} node-hours
 */
public record HistoryTotalDto(String acceleratorType, long jobs, double hours) {
    static HistoryTotalDto of(HistoryTotal total) {
        return new HistoryTotalDto(total.type().orElse("cpu"), total.jobs(), total.hours());
    }
}
