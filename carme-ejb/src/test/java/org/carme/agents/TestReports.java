package org.carme.agents;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carme.builds.TaskReport;
import org.carme.staging.StagingProgress;
import org.carme.usage.UsageClaim;

/** Reports that tell of nothing but services and tasks. */
final class TestReports {
    private TestReports() {}

    static AgentReport report(long number, Optional<Integer> port, List<ServiceReport> services) {
        return new AgentReport(
                number,
                port,
                services,
                Optional.empty(),
                UsageClaim.NONE,
                OptionalLong.empty(),
                Optional.empty(),
                DataClaim.NONE,
                Optional.empty());
    }

    /** One of an agent that copies data and has started nothing yet. */
    static AgentReport of(long number, Optional<StagingProgress> staging, Optional<StagingProgress> results) {
        return new AgentReport(
                number,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                UsageClaim.NONE,
                OptionalLong.empty(),
                Optional.empty(),
                new DataClaim(staging, results),
                Optional.empty());
    }

    /** The same with a task. */
    static AgentReport of(AgentReport report, TaskReport.State state) {
        TaskReport task = new TaskReport(state, List.of(), "", List.of(), Optional.empty());
        return new AgentReport(
                report.number(),
                report.port(),
                report.services(),
                report.ssh(),
                report.usage(),
                report.idleSeconds(),
                report.log(),
                report.data(),
                Optional.of(task));
    }
}
