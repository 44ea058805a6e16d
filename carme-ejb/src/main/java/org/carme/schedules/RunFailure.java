package org.carme.schedules;

import java.util.Locale;

/**
 * Why an execution has failed.
 *
 * @param verdict how, if it did not say so itself, as in the table; else empty
 * @param step empty if it was no step's fault
 * @param words of the exception, empty if only the server's log has it
 */
record RunFailure(String verdict, String step, String words) {
    /** @return the end of a message's key */
    String reason() {
        if (!verdict.isEmpty()) {
            return '.' + verdict.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return step.isEmpty() ? "" : ".step";
    }

    /** @return the step and what it said, empty if there is a verdict or nobody knows */
    String detail() {
        if (!verdict.isEmpty() || step.isEmpty()) {
            return "";
        }
        return words.isEmpty() ? step : step + ": " + words;
    }
}
