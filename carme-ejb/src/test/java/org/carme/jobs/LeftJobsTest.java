package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftJobsTest {
    private final RecordedStops stops = new RecordedStops();
    private final LeftJobs jobs = new LeftJobs();

    LeftJobsTest() {
        jobs.stops = stops;
    }

    @Test
    void storesThatEachIsToStopBeforeSlurmIsTold() {
        assertThat(jobs.stopAll("carme", "alice", "gone")).isEqualTo(1);

        assertThat(stops.calls).containsExactly("carme wants a stop: gone", "Slurm is told");
    }

    @Test
    void findsNothingToStopOfOthers() {
        assertThat(jobs.stopAll("carme", "bob", "gone")).isZero();

        assertThat(stops.calls).isEmpty();
    }

    private static final class RecordedStops extends OwnJobs {
        private final List<String> calls = new ArrayList<>();

        @Override
        List<JobSummary> active(String user) {
            JobSummary job = TestJobs.job().summary();
            return job.owner().equals(user) ? List.of(job) : List.of();
        }

        @Override
        void requestCancelBy(String admin, JobId id, String reason) {
            calls.add(admin + " wants a stop: " + reason);
        }

        @Override
        void cancelNow(JobId id) {
            calls.add("Slurm is told");
        }
    }
}
