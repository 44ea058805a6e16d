package org.carme.jobs;

import java.util.Optional;

/**
 * What ended jobs of one accelerator type used together.
 *
 * @param type empty: jobs without accelerators
 * @param jobs how many they are, those that never ran included
 * @param hours accelerator-hours; of jobs without accelerators node-hours
 */
public record HistoryTotal(Optional<String> type, long jobs, double hours) {}
