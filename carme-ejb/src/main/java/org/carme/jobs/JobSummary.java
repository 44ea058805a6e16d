package org.carme.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.cluster.ClusterUser;
import org.carme.staging.StagedData;

/**
 * A job as callers see it.
 *
 * @param key 26 letters and digits, the job's name in the addresses of its entry points
 * @param ownerUid the owner's Unix uid when the job was started
 * @param acceleratorType empty for a job without accelerators
 * @param imageDigest empty if that version has none
 * @param outcome present exactly when the job has ended
 * @param reason why it waits or ended in the scheduler's own word, or a refusal's text; may be empty
 * @param endsAt when a running job reaches its time limit
 * @param restarts how often the scheduler has put it back into the queue
 * @param project the slug of the project that it is charged to; empty: a group
 * @param data what its nodes get to work with, and where results go
 */
public record JobSummary(
        JobId id,
        String key,
        String tag,
        String owner,
        long ownerUid,
        String name,
        String template,
        Optional<String> acceleratorType,
        int acceleratorsPerNode,
        int nodes,
        String image,
        String imageVersion,
        Optional<String> imageDigest,
        JobState state,
        Optional<JobOutcome> outcome,
        String reason,
        Optional<String> slurmJobId,
        List<String> nodeNames,
        Duration timeLimit,
        Instant submittedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endsAt,
        Optional<Instant> endedAt,
        int restarts,
        Optional<String> project,
        StagedData data) {

    public JobSummary {
        nodeNames = List.copyOf(nodeNames);
    }

    /** @return the owner as the one the job runs as */
    public ClusterUser clusterUser() {
        return new ClusterUser(owner, ownerUid);
    }
}
