package org.carme.quotas;

import java.time.Instant;
import java.util.List;

/** What the members of a project use of its hours; told from outside, because this package knows no jobs. */
public interface MemberUsage {
    /**
     * Accelerators times time within the span, as {@link QuotaUsage#acceleratorMillis} counts it.
     *
     * @return by user and type; whoever has used none is missing
     */
    List<MemberHours.Used> hours(String project, QuotaPeriod.Span span, Instant now);
}
