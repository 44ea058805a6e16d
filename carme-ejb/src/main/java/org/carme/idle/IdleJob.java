package org.carme.idle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carme.jobs.JobId;

/** How long a job has not been used, and what follows from that. */
@Entity
@Table(name = "idle_jobs")
class IdleJob {
    /** Who was not heard for longer could not be told either: neither that it ends nor that it is used. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    /** Nothing is written for less: a report is on its way for a while, and that differs. */
    static final Duration DIFFERENCE = Duration.ofSeconds(10);

    private static final Duration HEARD_EVERY = Duration.ofSeconds(30);

    /** What follows from a report. */
    enum Step {
        NOTHING,
        /** Its owner is to be told. */
        WARN,
        /** It is used again, which pages show. */
        USED,
        STOP
    }

    @Id
    @Column(name = "job_id")
    private long jobId;

    @Version
    private long version;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "heard_at")
    private Instant heardAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    /** For JPA. */
    protected IdleJob() {}

    IdleJob(JobId job, Instant usedAt, Instant now) {
        this.jobId = job.value();
        this.usedAt = usedAt;
        this.heardAt = now;
    }

    /** Whether such a report changes anything that is worth writing. */
    boolean isNews(Instant used, Instant now, IdleRule rule) {
        return used.isAfter(usedAt.plus(DIFFERENCE))
                || !now.isBefore(heardAt.plus(HEARD_EVERY))
                || !now.isBefore(endsAt == null ? usedAt.plus(rule.after()) : endsAt);
    }

    /** An agent elsewhere than on the first node has said when it was used there: that may save the job, and no more. */
    Step usedElsewhere(Instant used) {
        if (!used.isAfter(usedAt.plus(DIFFERENCE))) {
            return Step.NOTHING;
        }
        usedAt = used;
        return used();
    }

    /** The agent on the first node has said when it was used. */
    Step hear(Instant used, Instant now, IdleRule rule) {
        boolean silent = now.isAfter(heardAt.plus(SILENCE));
        heardAt = now;
        Step step = usedElsewhere(used);
        if (endsAt == null && !now.isBefore(usedAt.plus(rule.after()))) {
            endsAt = now.plus(rule.grace());
            return Step.WARN;
        }
        if (endsAt != null && silent) {
            endsAt = now.plus(rule.grace());
        }
        return endsAt == null || now.isBefore(endsAt) ? step : Step.STOP;
    }

    /** Its owner says that he still works. */
    Step keep(Instant now) {
        usedAt = now;
        return used();
    }

    private Step used() {
        Step step = endsAt == null ? Step.NOTHING : Step.USED;
        endsAt = null;
        return step;
    }

    JobId id() {
        return new JobId(jobId);
    }

    /** When it is stopped unless somebody uses it. */
    Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    Optional<Idleness> idleness() {
        return endsAt().map(end -> new Idleness(usedAt, end));
    }
}
