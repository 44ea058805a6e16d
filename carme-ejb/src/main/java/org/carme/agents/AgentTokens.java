package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.common.Secrets;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** Knows agents by their tokens. */
@ApplicationScoped
class AgentTokens {
    @Inject
    AgentRecords records;

    @Inject
    JobRegistry registry;

    /** The agent of a job that goes on. */
    record Known(JobSummary job, int nodeIndex, String tokenHash) {
        /** Whether it is the one that runs the services. */
        boolean isHead() {
            return nodeIndex == 0;
        }
    }

    /** @throws TokenRefusedException if the token is not good, or the job is over */
    Known known(String token) {
        String tokenHash = Secrets.hash(token);
        AgentRecords.Holder holder = records.holder(tokenHash).orElseThrow(TokenRefusedException::new);
        return registry.find(holder.job())
                .filter(job -> job.state() != JobState.ENDED && job.restarts() <= holder.run())
                .map(job -> new Known(job, holder.nodeIndex(), tokenHash))
                .orElseThrow(TokenRefusedException::new);
    }
}
