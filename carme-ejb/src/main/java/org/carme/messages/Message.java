package org.carme.messages;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to one user.
 *
 * @param key of the text, such as {@code job-started}; the text may name subject {0} and detail {1}
 * @param subject what it is about, usually the job's name
 * @param detail may be empty
 * @param job Carme's number of the job it is about
 */
public record Message(
        long id, Kind kind, String key, String subject, String detail, Optional<Long> job, Instant at, boolean read) {}
