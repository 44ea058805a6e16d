package org.carme.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.carme.jobs.JobId;

/** What one node of a job has in hand until it has a token. Good once per run of the job. */
@Entity
@Table(name = "bootstrap_secrets")
class BootstrapSecret {
    /** How long an agent that did not get the answer may ask again. */
    static final Duration ANSWER_LOST_WITHIN = Duration.ofSeconds(60);

    private static final int MOST_USES = 2;

    @Id
    private String hash;

    @Version
    private long version;

    @Column(name = "job_id")
    private long jobId;

    @Column(name = "node_index")
    private int nodeIndex;

    private int uses;

    @Column(name = "used_run")
    private Integer usedRun;

    @Column(name = "used_by")
    private String usedBy;

    @Column(name = "used_at")
    private Instant usedAt;

    /** For JPA. */
    protected BootstrapSecret() {}

    BootstrapSecret(String hash, JobId job, int nodeIndex) {
        this.hash = hash;
        this.jobId = job.value();
        this.nodeIndex = nodeIndex;
    }

    /**
     * Uses it up for this run: the first time, and once more where the same node asks soon after.
     *
     * @param run how often the scheduler has put the job back into the queue: it keeps the job's environment, so every
     *     run comes with the same secret
     * @return whether it was good
     */
    boolean use(int run, String node, Instant now) {
        if (usedRun == null || run > usedRun) {
            usedRun = run;
            usedBy = node;
            usedAt = now;
            uses = 1;
            return true;
        }
        boolean again = run == usedRun
                && node.equals(usedBy)
                && uses < MOST_USES
                && now.isBefore(usedAt.plus(ANSWER_LOST_WITHIN));
        uses += again ? 1 : 0;
        return again;
    }

    /** @return whether it has been used in this run already */
    boolean isUsed(int run) {
        return usedRun != null && usedRun >= run;
    }

    JobId jobId() {
        return new JobId(jobId);
    }

    int nodeIndex() {
        return nodeIndex;
    }
}
