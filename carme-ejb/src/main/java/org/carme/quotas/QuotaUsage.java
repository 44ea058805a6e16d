package org.carme.quotas;

import java.time.Instant;
import java.util.Optional;

/**
 * What is used; told from outside, because this package knows no jobs. Asked under the lock that starts hold. There are
 * two: of the jobs that Carme sent, and, {@link SentPastCarme}, of all others.
 */
public interface QuotaUsage {
    /** @param acceleratorType only the accelerators of that type are summed; empty: all */
    ActiveUse active(QuotaScope scope, Optional<String> acceleratorType);

    /**
     * Accelerators times time within the span. What has ended counts with its real use; what has not, with its whole
     * time limit, from its start or, if it waits, from now.
     *
     * @return milliseconds
     */
    long acceleratorMillis(QuotaScope scope, Optional<String> acceleratorType, QuotaPeriod.Span span, Instant now);

    /** @return the part of it that jobs have which have not ended */
    long reservedMillis(QuotaScope scope, Optional<String> acceleratorType, QuotaPeriod.Span span, Instant now);
}
