package org.carme.schedules;

/**
 * Something that administrators should know.
 *
 * @param subject the execution, or when it was due
 */
record Alert(String job, AlertKind kind, long subject) {}
