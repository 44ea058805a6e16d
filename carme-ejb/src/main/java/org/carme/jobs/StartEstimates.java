package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.carme.estimates.Estimate;

/** Keeps when jobs were said to start, and tells how near that was. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class StartEstimates {
    private static final Duration COUNTED = Duration.ofDays(30);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST = 1000;

    @Inject
    StartEstimateRepository estimates;

    @Inject
    Clock clock;

    void keep(JobId job, Estimate estimate) {
        estimate.startsAt().ifPresent(start -> estimates.add(job, estimate.madeAt(), start));
    }

    /** @return of the last thousand starts within 30 days */
    public EstimateQuality quality() {
        return EstimateQuality.of(estimates.errors(clock.instant().minus(COUNTED), MOST));
    }

    /** @return how many old ones were removed, {@code most} at a time */
    public int purge(int most) {
        return estimates.removeMadeBefore(clock.instant().minus(KEPT), most);
    }
}
