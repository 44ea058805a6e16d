package org.carme.accounting;

/**
 * What somebody used in a month of one kind.
 *
 * @param project slug of the project that it was charged to, empty if none
 * @param group that it was charged to, empty if none; without either it was sent past Carme
 * @param acceleratorType empty without accelerators
 * @param partition empty if nobody knows
 */
public record StatementLine(
        String user, String project, String group, String acceleratorType, String partition, StatementSum sum) {}
