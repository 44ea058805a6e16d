package org.carme.schedules;

/** What administrators are told of a job. */
enum AlertKind {
    FAILED,
    LATE,
    SLOW
}
