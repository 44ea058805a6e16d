package org.carme.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.JobRequest;
import org.carme.jobs.JobId;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.staging.StagedData;

/** Starts of Alice's that the scheduler does not have yet. */
public final class Starts {
    public static final String OWNER = "alice";
    public static final long OWNER_UID = 7001;

    private Starts() {}

    public static JobSummary start(long id) {
        return start(id, JobState.SUBMITTING, Optional.empty());
    }

    /** @return what the scheduler is asked for with that tag */
    public static JobRequest request(String tag) {
        JobRequest.Resources resources = new JobRequest.Resources(1, Optional.of("a100"), 1, 1, 0);
        return new JobRequest(
                "My job",
                tag,
                "gpu",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                resources,
                Duration.ofHours(2),
                "#!/bin/bash",
                Map.of(),
                "/",
                "/dev/null");
    }

    /** @param slurmJobId what it is or was registered under */
    public static JobSummary start(long id, JobState state, Optional<String> slurmJobId) {
        return new JobSummary(
                new JobId(id),
                "job%023d".formatted(id),
                "carme:" + id,
                OWNER,
                OWNER_UID,
                "My job",
                "GPU",
                Optional.of("a100"),
                1,
                1,
                "base",
                "1",
                Optional.empty(),
                state,
                Optional.empty(),
                "",
                slurmJobId,
                List.of(),
                Duration.ofHours(2),
                Instant.parse("2026-03-01T12:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                StagedData.NONE);
    }
}
