package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;

/** Takes agents' reports. They say how users get at their own services, and decide nothing else. */
@ApplicationScoped
public class ReportService {
    @Inject
    AgentTokens tokens;

    @Inject
    AgentRecords records;

    @Inject
    ReportEffects effects;

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
        AgentTokens.Known agent = tokens.known(token);
        AgentRecords.Reported reported =
                records.report(agent.tokenHash(), report).orElseThrow(TokenRefusedException::new);
        effects.take(agent, report, reported);
        JobSummary job = agent.job();
        Optional<Instant> idleEnd = facts.take(job, agent.nodeIndex(), report);
        return new ReportAnswer(
                clock.instant(),
                endsAt(job),
                job.state() == JobState.ENDING,
                idleEnd,
                facts.isLogWanted(job),
                reported.nodes(),
                reported.nodesWithData());
    }

    /**
     * What the agent that holds the token has found inside the image that its task is about; kept until the task is done.
     *
     * @param document CycloneDX as JSON, plain or compressed
     * @throws TokenRefusedException if the token is not good, or the job is over
     * @throws org.carme.common.InvalidRequestException if it is not such a document
     */
    public void contents(String token, byte[] document) {
        effects.takeContents(tokens.known(token), document);
    }

    private Instant endsAt(JobSummary job) {
        return job.endsAt()
                .orElseGet(() -> job.startedAt().orElseGet(clock::instant).plus(job.timeLimit()));
    }
}
