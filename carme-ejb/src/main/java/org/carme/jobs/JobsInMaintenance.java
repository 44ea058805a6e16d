package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.carme.maintenance.ActiveJobs;

/** Tells a maintenance of the jobs. */
@ApplicationScoped
@Transactional
class JobsInMaintenance implements ActiveJobs {
    @Inject
    JobRepository jobs;

    @Inject
    JobUsageRepository usage;

    @Inject
    Clock clock;

    @Override
    public void holdStarts() {
        jobs.lockAllStarts();
    }

    @Override
    public long reaching(Instant then) {
        return usage.reaching(then, clock.instant());
    }
}
