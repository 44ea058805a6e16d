package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.carme.database.Retry;
import org.carme.jobs.Extensions;
import org.carme.jobs.JobNotes;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;

/** Does what commands inside a job ask for: what the job's owner may do, to that one job. */
@ApplicationScoped
public class WishService {
    @Inject
    AgentTokens tokens;

    @Inject
    JobService jobs;

    @Inject
    Extensions extensions;

    @Inject
    JobNotes notes;

    /**
     * Does it for the job whose agent holds the token.
     *
     * @return the job as it is then
     * @throws TokenRefusedException if the token is not good, or the job is over
     * @throws org.carme.common.CarmeException as the owner would get it
     */
    public JobSummary fulfil(String token, AgentWish wish) {
        JobSummary job = tokens.known(token).job();
        return switch (wish.kind()) {
            case INFO -> job;
            case NOTIFY -> {
                Retry.onConflict(() -> notes.tell(job.id(), wish.text()));
                yield job;
            }
            case EXTEND -> extensions.extend(job.owner(), job, Duration.ofMinutes(wish.minutes()));
            case STOP -> {
                jobs.cancel(job.owner(), job.id());
                yield jobs.get(job.owner(), job.id());
            }
        };
    }
}
