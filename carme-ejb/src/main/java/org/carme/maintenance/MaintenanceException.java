package org.carme.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Nothing can be started now. */
public final class MaintenanceException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private final Duration left;

    MaintenanceException(MaintenancePlan plan, Instant now) {
        super(
                ErrorCode.MAINTENANCE,
                plan.end().isPresent() ? "maintenance.until" : "maintenance",
                plan.message(),
                plan.end().map(Instant::toEpochMilli).orElse(0L));
        left = plan.end().map(end -> Duration.between(now, end)).orElse(null);
    }

    /** @return how long it still lasts, empty if nobody knows */
    public Optional<Duration> left() {
        return Optional.ofNullable(left);
    }
}
