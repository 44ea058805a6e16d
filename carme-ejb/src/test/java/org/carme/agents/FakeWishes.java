package org.carme.agents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carme.common.InvalidRequestException;
import org.carme.jobs.Extensions;
import org.carme.jobs.JobId;
import org.carme.jobs.JobNotes;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;

/** Notes what is done for a job, and refuses what is told as "too long". */
final class FakeWishes {
    private final List<String> fulfilled = new ArrayList<>();
    private final FakeJobs jobs;

    FakeWishes(FakeJobs jobs) {
        this.jobs = jobs;
    }

    List<String> fulfilled() {
        return fulfilled;
    }

    JobService jobService() {
        return new JobService() {
            @Override
            public void cancel(String user, JobId id) {
                fulfilled.add(user + " stops " + id);
            }

            @Override
            public JobSummary get(String user, JobId id) {
                return jobs.find(id).orElseThrow();
            }
        };
    }

    Extensions extensions() {
        return new Extensions() {
            @Override
            public JobSummary extend(String user, JobSummary job, Duration by) {
                fulfilled.add(user + " extends " + job.id() + " by " + by.toMinutes());
                return job;
            }
        };
    }

    JobNotes notes() {
        return new JobNotes() {
            @Override
            public void tell(JobId id, String text) {
                if (text.equals("too long")) {
                    throw new InvalidRequestException("invalid-request.note", 500);
                }
                fulfilled.add(id + " says " + text);
            }
        };
    }
}
