package org.carme.agents;

import java.util.List;
import java.util.Optional;
import org.carme.usage.UsageClaim;

/** Reports that tell of nothing but services. */
final class TestReports {
    private TestReports() {}

    static AgentReport report(long number, Optional<Integer> port, List<ServiceReport> services) {
        return new AgentReport(number, port, services, UsageClaim.NONE, Optional.empty(), Optional.empty());
    }
}
