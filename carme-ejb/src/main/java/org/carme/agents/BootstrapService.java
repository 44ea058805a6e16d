package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.carme.common.Secrets;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** Trades an agent's single-use secret for what it works with. No transaction is open while the scheduler is asked. */
@ApplicationScoped
public class BootstrapService {
    private static final Logger LOG = System.getLogger(BootstrapService.class.getName());

    @Inject
    AgentRecords records;

    @Inject
    JobRegistry registry;

    @Inject
    Placements placements;

    @Inject
    BootstrapAnswers answers;

    @Inject
    RouteService routes;

    /**
     * The secret is used up only with this answer; an agent that did not get it may ask once more soon after.
     *
     * @throws BootstrapRefusedException if the secret is not good
     * @throws BootstrapPostponedException if the agent should ask again
     */
    public BootstrapAnswer bootstrap(BootstrapRequest request) {
        String secretHash = Secrets.hash(request.secret());
        AgentRecords.Armed armed =
                records.armed(secretHash).orElseThrow(() -> new BootstrapRefusedException("unknown secret"));
        JobSummary job = wanted(armed, request);
        Placement placement = placements.confirm(job, request.node());
        BootstrapAnswer answer = answers.make(job, armed.nodeIndex(), placement);
        requireAble(request, answer);
        if (!records.grant(job, AgentRecords.Grant.of(secretHash, placement, answer))) {
            throw new BootstrapRefusedException("secret already used");
        }
        if (armed.nodeIndex() == 0) {
            routes.changed(AgentRecords.KnownRoute.none(job.key()));
        }
        LOG.log(Level.INFO, "Job {0}: agent on {1} has started", job.id(), placement.node());
        return answer;
    }

    /** Whether the agent does all that the answer says. */
    private static void requireAble(BootstrapRequest request, BootstrapAnswer answer) {
        if (answer.image().isPresent() && !request.knowsImages()) {
            throw new BootstrapRefusedException(
                    "an agent that knows no images would run services outside of the job's");
        }
        if (answer.task().isPresent() && !request.knowsTasks()) {
            throw new BootstrapRefusedException("an agent that knows no tasks would leave the job's undone");
        }
        if (answer.folders().homeHidden() && !(request.hidesHomes() && answer.canHideHome())) {
            throw new BootstrapRefusedException("the job's project is confidential, and the home could not be hidden");
        }
    }

    private JobSummary wanted(AgentRecords.Armed armed, BootstrapRequest request) {
        JobSummary job = registry.find(armed.job())
                .filter(known -> known.state() != JobState.ENDED && known.state() != JobState.ENDING)
                .orElseThrow(() -> new BootstrapRefusedException("job has ended"));
        if (job.slurmJobId().filter(id -> !id.equals(request.schedulerId())).isPresent()) {
            throw new BootstrapRefusedException("secret of another job");
        }
        return job;
    }
}
