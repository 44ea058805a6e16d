package org.carme.agents;

import java.util.ArrayList;
import java.util.List;
import org.carme.jobs.JobSummary;

/** What reports have told beside services, in memory. */
final class FakeFacts extends ReportedFacts {
    private final List<AgentReport> reports = new ArrayList<>();

    @Override
    void take(JobSummary job, int nodeIndex, AgentReport report) {
        reports.add(report);
    }

    @Override
    boolean isLogWanted(JobSummary job) {
        return reports.stream().anyMatch(report -> report.log().isPresent());
    }

    List<AgentReport> reports() {
        return reports;
    }
}
