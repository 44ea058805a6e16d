package org.carme.outside;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The row of a job that was sent past Carme. */
@Entity
@Table(name = "outside_jobs")
class OutsideJob {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    @Column(name = "slurm_job_id")
    private String slurmJobId;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(nullable = false)
    private String owner;

    @Column(nullable = false)
    private String account;

    @Column(nullable = false)
    private long tasks;

    @Column(name = "node_count")
    private long nodes;

    @Column(name = "accelerator_type")
    private String acceleratorType;

    @Column(nullable = false)
    private long accelerators;

    @Column(name = "limit_seconds")
    private long limitSeconds;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** For JPA. */
    protected OutsideJob() {}

    OutsideJob(OutsideRun run) {
        slurmJobId = run.key().slurmJobId();
        submittedAt = run.key().submittedAt();
        observe(run);
    }

    final void observe(OutsideRun run) {
        owner = run.owner();
        account = run.account();
        tasks = run.tasks();
        nodes = run.nodes();
        acceleratorType = run.acceleratorType();
        accelerators = run.accelerators();
        limitSeconds = run.timeLimit().toSeconds();
        startedAt = run.startedAt().orElse(null);
        endedAt = run.endedAt().orElse(null);
    }

    /** Nobody can tell how it ended. */
    void gone(Instant when) {
        endedAt = when;
    }

    OutsideKey key() {
        return new OutsideKey(slurmJobId, submittedAt);
    }
}
