package org.carme.outside;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** The row of a job that was sent past Carme. */
@Entity
@Table(name = "outside_jobs")
class OutsideJob {
    private static final int SECONDS_PER_MINUTE = 60;

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

    long id() {
        return id;
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("slurmJobId", slurmJobId)
                .add("submittedAt", submittedAt.toString())
                .add("account", account)
                .add("tasks", tasks)
                .add("nodes", nodes)
                .add("acceleratorType", acceleratorType)
                .add("accelerators", accelerators)
                .add("timeLimitMinutes", limitSeconds / SECONDS_PER_MINUTE);
        Optional.ofNullable(startedAt).ifPresent(time -> json.add("startedAt", time.toString()));
        Optional.ofNullable(endedAt).ifPresent(time -> json.add("endedAt", time.toString()));
        return json.build();
    }

    OutsideKey key() {
        return new OutsideKey(slurmJobId, submittedAt);
    }
}
