package org.carme.executions;

import java.util.Optional;

/**
 * Which executions are looked for.
 *
 * @param job of that one alone
 * @param failed only those that have failed, and that nobody has gone on with or given up
 */
public record ExecutionQuery(Optional<String> job, boolean failed) {}
