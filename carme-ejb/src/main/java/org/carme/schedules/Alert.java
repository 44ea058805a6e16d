package org.carme.schedules;

import java.util.Optional;

/**
 * Something that administrators should know.
 *
 * @param subject the execution, or when it was due
 * @param execution that it is about; of a job that is late only if it has begun meanwhile
 */
record Alert(String job, AlertKind kind, long subject, Optional<Long> execution) {
    /** As it is remembered: of one that is late nobody knows the execution then. */
    static Alert of(String job, AlertKind kind, long subject) {
        return new Alert(job, kind, subject, kind == AlertKind.LATE ? Optional.empty() : Optional.of(subject));
    }
}
