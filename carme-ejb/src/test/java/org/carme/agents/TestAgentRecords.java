package org.carme.agents;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.jobs.JobId;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobSummary;

/** The real transactions, each with an entity manager of its own, as the container would give them. */
final class TestAgentRecords extends AgentRecords {
    private final TestDatabase database;

    TestAgentRecords(TestDatabase database, ServiceSecrets secrets, JobRegistry registry, SettableClock clock) {
        this.database = database;
        this.secrets = secrets;
        this.registry = registry;
        this.clock = clock;
    }

    private <T> T transaction(Function<AgentRecords, T> action) {
        try (EntityManager own = database.open()) {
            AgentRecords records = new AgentRecords();
            records.agents = new AgentRepository();
            records.agents.entityManager = own;
            records.secrets = secrets;
            records.registry = registry;
            records.clock = clock;
            return TestDatabase.inTransaction(own, () -> action.apply(records));
        }
    }

    @Override
    void arm(JobId job, List<String> hashes) {
        transaction(records -> {
            records.arm(job, hashes);
            return null;
        });
    }

    @Override
    Optional<Armed> armed(String secretHash) {
        return transaction(records -> records.armed(secretHash));
    }

    @Override
    boolean grant(JobSummary job, Grant grant) {
        return transaction(records -> records.grant(job, grant));
    }

    @Override
    Optional<Holder> holder(String tokenHash) {
        return transaction(records -> records.holder(tokenHash));
    }

    @Override
    Optional<Reported> report(String tokenHash, AgentReport report) {
        return transaction(records -> records.report(tokenHash, report));
    }

    @Override
    List<NodeStaging> staging(JobSummary job) {
        return transaction(records -> records.staging(job));
    }

    @Override
    List<JobNode> nodes(JobSummary job) {
        return transaction(records -> records.nodes(job));
    }

    @Override
    Optional<Route> route(String jobKey) {
        return transaction(records -> records.route(jobKey));
    }

    @Override
    List<KnownRoute> routesChangedSince(Instant time) {
        return transaction(records -> records.routesChangedSince(time));
    }

    @Override
    Set<JobId> jobs() {
        return transaction(AgentRecords::jobs);
    }

    @Override
    void remove(JobId job) {
        transaction(records -> {
            records.remove(job);
            return null;
        });
    }
}
