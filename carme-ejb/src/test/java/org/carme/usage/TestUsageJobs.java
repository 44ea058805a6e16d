package org.carme.usage;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.jobs.JobId;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;

/** Jobs of which use is told. */
public final class TestUsageJobs {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private TestUsageJobs() {}

    /** One of alice's with two accelerators on each of two nodes. */
    public static JobSummary job() {
        return new JobSummary(
                new JobId(1),
                "job00000000000000000000001",
                "carme:1",
                "alice",
                7001,
                "training",
                "GPU",
                Optional.of("a100"),
                2,
                2,
                "base",
                "1",
                Optional.empty(),
                JobState.RUNNING,
                Optional.empty(),
                "",
                Optional.of("1"),
                List.of("node01", "node02"),
                Duration.ofHours(2),
                START,
                Optional.of(START),
                Optional.of(START.plus(Duration.ofHours(2))),
                Optional.empty(),
                0,
                Optional.empty(),
                StagedData.NONE);
    }

    /** A row of the jobs' table. */
    public static void insert(EntityManager entityManager, long id, String owner, Optional<Instant> ended) {
        entityManager
                .createNativeQuery("INSERT INTO jobs (id, version, job_key, tag, owner, owner_uid, name, template_name,"
                        + " accelerators_per_node, node_count, image, limit_seconds, state, reason, node_names, restarts,"
                        + " services_ready, submitted_at, ended_at) VALUES (?, 1, ?, ?, ?, 7001, 'job', 'GPU', 2, 2, 'base',"
                        + " 7200, ?, '', 'node01', 0, TRUE, ?, ?)")
                .setParameter(1, id)
                .setParameter(2, "key" + id)
                .setParameter(3, "carme:" + id)
                .setParameter(4, owner)
                .setParameter(5, ended.isPresent() ? "ENDED" : "RUNNING")
                .setParameter(6, START.toEpochMilli())
                .setParameter(7, ended.map(Instant::toEpochMilli).orElse(null))
                .executeUpdate();
    }
}
