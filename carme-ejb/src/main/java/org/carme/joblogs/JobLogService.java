package org.carme.joblogs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.carme.database.Retry;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.usage.UsageCare;

/** The ends of jobs' logs. Whoever reads one that still grows has the agent send more often for half a minute. */
@ApplicationScoped
public class JobLogService {
    private static final Duration WATCHED_FOR = Duration.ofSeconds(30);
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(10);

    @Inject
    JobService jobs;

    @Inject
    JobLogRecords records;

    @Inject
    UsageCare care;

    @Inject
    Clock clock;

    private final Map<JobId, Instant> watching = new ConcurrentHashMap<>();
    private final List<Consumer<JobSummary>> listeners = new CopyOnWriteArrayList<>();
    private volatile Set<JobId> watched = Set.of();

    /**
     * The end of the log of one of the user's own jobs.
     *
     * @throws org.carme.jobs.JobNotFoundException also when the job belongs to someone else
     */
    public LogTail read(String user, JobId id) {
        JobSummary job = jobs.get(user, id);
        if (job.state() != JobState.ENDED) {
            watch(id);
        }
        return records.tail(id);
    }

    private void watch(JobId id) {
        Instant now = clock.instant();
        watching.values().removeIf(since -> since.plus(RENEWED_AFTER).isBefore(now));
        if (watching.putIfAbsent(id, now) == null) {
            Retry.onConflict(() -> records.watch(id, now.plus(WATCHED_FOR)));
        }
    }

    /** Listeners get every job of which a log is read and has grown; they are called on the changing thread: be quick. */
    public void subscribe(Consumer<JobSummary> listener) {
        listeners.add(listener);
    }

    /** The job's agent has sent a piece. */
    public void take(JobSummary job, LogPiece piece) {
        Retry.onConflict(() -> records.append(job.id(), piece));
        if (isWatched(job.id())) {
            listeners.forEach(listener -> listener.accept(job));
        }
    }

    /** @return whether somebody reads it at present, through this instance of the portal or another one */
    public boolean isWatched(JobId id) {
        return watched.contains(id);
    }

    /** Asks what is read; to be called often. */
    public void follow() {
        watched = records.watched();
    }

    /**
     * Removes logs of jobs that ended more than {@code carme.usage.days} ago, in a transaction of its own.
     *
     * @return how many were removed; none if nothing is left
     */
    public int purge(int most) {
        return records.removeEndedBefore(care.keptSince(), most);
    }
}
