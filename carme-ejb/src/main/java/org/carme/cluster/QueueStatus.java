package org.carme.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What the watcher last saw of everybody's jobs, for all who reckon with what will become free. */
@ApplicationScoped
public class QueueStatus {
    private QueuePicture picture = QueuePicture.UNKNOWN;

    public synchronized QueuePicture picture() {
        return picture;
    }

    /** All jobs have been read. */
    public synchronized void seenAll(List<SchedulerJob> all, Instant now) {
        picture = QueuePicture.of(all, now);
    }

    /** Somebody has asked, and nothing has changed. */
    public synchronized void unchanged(Instant now) {
        picture = picture.at(now);
    }

    /** One job has been read. */
    public synchronized void seen(SchedulerJob job) {
        if (!job.equals(picture.jobs().get(job.id()))) {
            picture = picture.with(job);
        }
    }
}
