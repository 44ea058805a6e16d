package org.carme.agents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.carme.jobs.JobChange;
import org.carme.jobs.JobChanges;
import org.carme.jobs.JobId;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;

/**
 * Brings in what agents have told other instances of the portal, or this one before it was restarted, and forgets what
 * belonged to ended jobs.
 */
@ApplicationScoped
class RouteFollower {
    /** Clocks differ, and a row is seen only some time after its change was timed. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    @Inject
    AgentRecords records;

    @Inject
    RouteService routes;

    @Inject
    JobRegistry registry;

    @Inject
    JobChanges jobChanges;

    @Inject
    Clock clock;

    private final Queue<JobId> ended = new ConcurrentLinkedQueue<>();
    private Instant since = Instant.EPOCH;

    @PostConstruct
    void watchEnds() {
        jobChanges.subscribe(this::jobChanged);
    }

    /** Jobs that ended while no instance was there to notice. */
    void forgetEnded() {
        records.jobs().stream()
                .filter(id -> registry.find(id)
                        .filter(job -> job.state() != JobState.ENDED)
                        .isEmpty())
                .forEach(records::remove);
    }

    /** To be called once a second, never twice at the same time. */
    void follow() {
        Instant now = clock.instant();
        records.routesChangedSince(since).forEach(routes::changed);
        since = now.minus(OVERLAP);
        for (JobId id = ended.peek(); id != null; id = ended.peek()) {
            records.remove(id);
            ended.remove();
        }
    }

    private void jobChanged(JobChange change) {
        if (change.state() == JobState.ENDED) {
            ended.add(change.id());
        }
    }
}
