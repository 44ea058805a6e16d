package org.carme.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message to one user.
 *
 * @param key of the text, such as {@code job-started}; the text may name subject {0} and detail {1}
 * @param subject what it is about, usually the job's name; of a batch job with the number of the execution behind it
 * @param detail may be empty
 * @param job Carme's number of the job it is about
 */
public record Message(
        long id, Kind kind, String key, String subject, String detail, Optional<Long> job, Instant at, boolean read) {
    private static final Pattern BATCH_JOB = Pattern.compile("([a-z0-9-]+)(?: ([0-9]+))?");

    /** @return the page of the portal with more about it, of a job, a batch job or an execution of one */
    public Optional<String> page() {
        return job.map(number -> "/job.xhtml?id=" + number).or(this::batchPage);
    }

    private Optional<String> batchPage() {
        Matcher named = BATCH_JOB.matcher(subject);
        if (!key.startsWith("batch-") || !named.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                named.group(2) == null
                        ? "/admin/batch-job.xhtml?name=" + named.group(1)
                        : "/admin/batch-execution.xhtml?id=" + named.group(2));
    }
}
