package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.carme.database.Retry;

/** The batch job {@code self-test}. */
@ApplicationScoped
public class CanaryRuns {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String STOPPED = "STOPPED";

    @Inject
    CanarySettings settings;

    @Inject
    CanaryJobs jobs;

    @Inject
    CanaryStore store;

    @Inject
    CanaryNews news;

    @Inject
    Clock clock;

    /**
     * Takes a job through all stages. What an earlier run has left behind is stopped first.
     *
     * @param host asked several times a second whether to stop; nothing counts once it said yes
     * @return how it went, for the history of batch jobs
     */
    public String run(CanaryHost host) {
        if (!settings.isOn()) {
            return "OFF";
        }
        if (jobs.areHeld()) {
            return "MAINTENANCE";
        }
        Optional<Long> begun = begin(host);
        if (begun.isEmpty()) {
            return STOPPED;
        }
        long run = begun.get();
        CanaryRun.Watch watch = new CanaryRun.Watch(clock, () -> LockSupport.parkNanos(PAUSE.toNanos()), host);
        Optional<StageFailedException> failure = new CanaryRun(jobs, store, GatewayVisit::with, watch, run).go();
        if (host.isStopped()) {
            Retry.onConflict(() -> store.forget(run));
            return STOPPED;
        }
        Retry.onConflict(() -> store.end(run, failure));
        host.await(news::tell);
        return failure.map(why -> "FAILED AT " + why.stage() + ": " + why.getMessage())
                .orElse("PASSED");
    }

    /** Tells what could not be told at once. */
    public void tell() {
        if (settings.isOn()) {
            news.tell();
        }
    }

    /** One that is under way was left by a portal that has just died, as the job runs once at a time: soon it is silent. */
    private Optional<Long> begin(CanaryHost host) {
        return Retry.untilPresent(store::begin, PAUSE, host::isStopped);
    }
}
