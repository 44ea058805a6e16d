package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.carme.quotas.ActiveUse;
import org.carme.quotas.QuotaPeriod.Span;
import org.carme.quotas.QuotaScope;
import org.carme.quotas.QuotaUsage;

/** Sums what jobs use. */
@ApplicationScoped
@Transactional
class JobUsage implements QuotaUsage {
    @Inject
    JobUsageRepository sums;

    @Override
    public ActiveUse active(QuotaScope scope, Optional<String> acceleratorType) {
        return sums.active(scope, acceleratorType);
    }

    @Override
    public long acceleratorMillis(QuotaScope scope, Optional<String> acceleratorType, Span span, Instant now) {
        return sums.millis(scope, acceleratorType, span, now, false);
    }

    @Override
    public long reservedMillis(QuotaScope scope, Optional<String> acceleratorType, Span span, Instant now) {
        return sums.millis(scope, acceleratorType, span, now, true);
    }
}
