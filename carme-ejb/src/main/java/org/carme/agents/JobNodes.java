package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** Which nodes of jobs are heard. Slurm ends a job whose node it finds lost, but that takes minutes. */
@ApplicationScoped
public class JobNodes {
    @Inject
    JobService jobs;

    @Inject
    AgentRecords records;

    /**
     * Tells it of the nodes on which the job has begun, in their order.
     *
     * @return empty unless the job is starting or running
     * @throws org.carme.jobs.JobNotFoundException also when the job belongs to someone else
     */
    public List<JobNode> of(String user, JobId id) {
        JobSummary job = jobs.get(user, id);
        return job.state() == JobState.STARTING || job.state() == JobState.RUNNING ? records.nodes(job) : List.of();
    }
}
