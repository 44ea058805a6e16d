package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.carme.common.Secrets;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** Takes agents' reports. They say how users get at their own services, and decide nothing else. */
@ApplicationScoped
public class ReportService {
    @Inject
    AgentRecords records;

    @Inject
    JobRegistry registry;

    @Inject
    RouteService routes;

    @Inject
    ReportedFacts facts;

    @Inject
    Clock clock;

    /**
     * A report of the agent that holds the token.
     *
     * @throws TokenRefusedException if the token is not good, or the job is over
     * @throws org.carme.common.InvalidRequestException if it names services that the agent was not told to start
     */
    public ReportAnswer report(String token, AgentReport report) {
        String tokenHash = Secrets.hash(token);
        AgentRecords.Holder holder = records.holder(tokenHash).orElseThrow(TokenRefusedException::new);
        JobSummary job = registry.find(holder.job())
                .filter(known -> known.state() != JobState.ENDED && known.restarts() <= holder.run())
                .orElseThrow(TokenRefusedException::new);
        AgentRecords.Reported reported = records.report(tokenHash, report).orElseThrow(TokenRefusedException::new);
        reported.changed().ifPresent(routes::changed);
        if (job.state() == JobState.STARTING) {
            settle(job, reported);
        }
        facts.take(job, holder.nodeIndex(), report);
        return new ReportAnswer(endsAt(job), job.state() == JobState.ENDING, facts.isLogWanted(job));
    }

    private void settle(JobSummary job, AgentRecords.Reported reported) {
        if (reported.usable()) {
            registry.servicesReady(job.id());
        }
        reported.failure().ifPresent(why -> registry.servicesFailed(job.id(), why));
    }

    private Instant endsAt(JobSummary job) {
        return job.endsAt()
                .orElseGet(() -> job.startedAt().orElseGet(clock::instant).plus(job.timeLimit()));
    }
}
