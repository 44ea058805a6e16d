package org.carme.joblogs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.carme.jobs.JobId;

/** The transactions around job logs, each of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JobLogRecords {
    @Inject
    JobLogRepository logs;

    @Inject
    Clock clock;

    void append(JobId job, LogPiece piece) {
        logs.lock(job).append(piece, clock.instant());
    }

    void watch(JobId job, Instant until) {
        logs.lock(job).watch(until);
    }

    Set<JobId> watched() {
        return logs.watched(clock.instant());
    }

    LogTail tail(JobId job) {
        return logs.find(job).map(JobLog::tail).orElse(LogTail.NONE);
    }

    int removeEndedBefore(Instant time, int most) {
        return logs.removeEndedBefore(time, most);
    }
}
