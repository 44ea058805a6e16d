package org.carme.agents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.jobs.JobSummary;

/** What reports have told beside services, in memory. */
final class FakeFacts extends ReportedFacts {
    private final List<AgentReport> reports = new ArrayList<>();

    @Override
    Optional<Instant> take(JobSummary job, int nodeIndex, AgentReport report) {
        reports.add(report);
        return Optional.empty();
    }

    @Override
    boolean isLogWanted(JobSummary job) {
        return reports.stream().anyMatch(report -> report.log().isPresent());
    }

    List<AgentReport> reports() {
        return reports;
    }
}
