package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.carme.quotas.MemberHours;
import org.carme.quotas.MemberUsage;
import org.carme.quotas.QuotaPeriod.Span;

/** Sums what the members of a project have started. */
@ApplicationScoped
@Transactional
class JobMemberUsage implements MemberUsage {
    @Inject
    MemberUsageRepository sums;

    @Override
    public List<MemberHours.Used> hours(String project, Span span, Instant now) {
        return sums.hours(project, span, now);
    }
}
