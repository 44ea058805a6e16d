package org.carme.system;

import java.util.List;

/**
 * What makes one row that a step of a batch job must deal with.
 *
 * @param step such as {@code clean-up/messages}
 * @param made statements
 * @param due a query of how many of it there are that wait for the step: one
 * @param done a query of how often it has been dealt with; 1 where nothing is left that tells
 * @param counted whether the step counts it as written
 */
record DueRow(String step, List<String> made, String due, String done, boolean counted) {
    static final String UNKNOWN = "SELECT 1";

    /** One that the step removes. */
    static DueRow removed(String step, String table, String rows, String values) {
        return removed(step, table, rows, List.of(insert(table, values)));
    }

    /** One that the step removes, and that needs more than one statement. */
    static DueRow removed(String step, String table, String rows, List<String> made) {
        return new DueRow(step, made, count(table, rows), UNKNOWN, true);
    }

    static DueRow changed(String step, String due, String done, String... made) {
        return new DueRow(step, List.of(made), due, done, true);
    }

    DueRow uncounted() {
        return new DueRow(step, made, due, done, false);
    }

    /** Whether anything is left that tells how often the step has dealt with it. */
    boolean isTold() {
        return !done.equals(UNKNOWN);
    }

    static String insert(String table, String values) {
        return "INSERT INTO " + table + " SET " + values;
    }

    static String count(String table, String rows) {
        return "SELECT COUNT(*) FROM " + table + " WHERE " + rows;
    }

    /** A job of alice's, as an INSERT sets it. */
    static String job(String key, String state, String more) {
        return insert(
                "jobs",
                "version = 0, job_key = '%1$s', tag = 'carme:%1$s', owner = 'alice', owner_uid = 1, name = '%1$s',"
                                .formatted(key)
                        + " template_name = 'CPU', accelerator_type = 'cpu', accelerators_per_node = 0, node_count = 1,"
                        + " image = 'base', limit_seconds = 60, reason = '', node_names = '', restarts = 0,"
                        + " services_ready = TRUE, state = '" + state + "', " + more);
    }

    /** That time, as milliseconds of the database's clock. */
    static String daysAgo(int days) {
        return "(UNIX_TIMESTAMP() - " + days + " * 86400) * 1000";
    }

    static String days(int ahead) {
        return daysAgo(-ahead);
    }
}
