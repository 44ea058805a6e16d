package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.carme.idle.IdleJobs;
import org.carme.joblogs.JobLogService;
import org.carme.jobs.JobSummary;
import org.carme.usage.UsageInbox;

/** Hands on what an agent tells beside its services: what the job uses and whether anybody uses it, and the end of its log. */
@ApplicationScoped
class ReportedFacts {
    @Inject
    UsageInbox usage;

    @Inject
    JobLogService logs;

    @Inject
    IdleJobs idle;

    /**
     * Takes what it tells.
     *
     * @param nodeIndex the log is that of the first node, 0
     * @return when the job is stopped unless somebody uses it; empty if it is not
     */
    Optional<Instant> take(JobSummary job, int nodeIndex, AgentReport report) {
        usage.take(job, nodeIndex, report.usage());
        report.log().filter(piece -> nodeIndex == 0).ifPresent(piece -> logs.take(job, piece));
        return idle.heard(job, nodeIndex, report.idleSeconds());
    }

    /** To be called once a second. */
    void follow() {
        logs.follow();
    }

    boolean isLogWanted(JobSummary job) {
        return logs.isWatched(job.id());
    }
}
