package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;

/** How far the data of jobs are on their nodes. */
@ApplicationScoped
public class StagingService {
    @Inject
    JobService jobs;

    @Inject
    AgentRecords records;

    /**
     * Tells it of the nodes whose agents have said anything, in their order.
     *
     * @throws org.carme.jobs.JobNotFoundException also when the job belongs to someone else
     */
    public List<NodeStaging> of(String user, JobId id) {
        JobSummary job = jobs.get(user, id);
        return job.data().isNone() ? List.of() : records.staging(job);
    }
}
