package org.carme.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The jobs that were sent past Carme, for those who look at the scheduler. Each method is a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class OutsideJobs {
    /** Quotas sum up to two quarters. */
    private static final Duration KEPT = Duration.ofDays(190);

    @Inject
    OutsideJobRepository jobs;

    @Inject
    Clock clock;

    /** Keeps what the scheduler says of some jobs; of many, a few hundred at a time. */
    public void observe(List<OutsideRun> runs) {
        Map<OutsideKey, OutsideJob> known =
                jobs.withIds(runs.stream().map(run -> run.key().slurmJobId()).toList()).stream()
                        .collect(Collectors.toMap(OutsideJob::key, Function.identity()));
        for (OutsideRun run : runs) {
            OutsideJob job = known.get(run.key());
            if (job == null) {
                jobs.add(new OutsideJob(run));
            } else {
                job.observe(run);
            }
        }
    }

    /** @return those of which no end is known */
    public List<OutsideKey> active() {
        return jobs.active();
    }

    /** The scheduler knows the job no more, and how it ended nobody says. */
    public void gone(OutsideKey key, Instant when) {
        jobs.withIds(List.of(key.slurmJobId())).stream()
                .filter(job -> job.key().equals(key))
                .forEach(job -> job.gone(when));
    }

    /** @return until when the jobs are known; {@link Instant#EPOCH} before the first look */
    public Instant lookedAt() {
        return jobs.look().lookedAt();
    }

    /** From now on the jobs are known until then. */
    public void looked(Instant when) {
        jobs.lockLook().looked(when);
    }

    /**
     * Removes what ended too long ago for any quota.
     *
     * @return how many were removed; none if nothing is left
     */
    public int purge(int most) {
        return jobs.removeEndedBefore(clock.instant().minus(KEPT), most);
    }
}
