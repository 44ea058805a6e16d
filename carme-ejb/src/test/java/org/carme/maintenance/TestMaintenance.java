package org.carme.maintenance;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.carme.audit.TestAudit;
import org.carme.messages.TestMessages;

/** The real maintenance for tests. */
public final class TestMaintenance {
    private TestMaintenance() {}

    public static MaintenanceCheck check(EntityManager entityManager, Clock clock) {
        MaintenanceCheck check = new MaintenanceCheck();
        check.rows = new MaintenanceRepository(entityManager);
        check.clock = clock;
        return check;
    }

    private static MaintenanceStore store(EntityManager entityManager, ActiveJobs jobs, Clock clock) {
        MaintenanceStore store = new MaintenanceStore();
        store.rows = new MaintenanceRepository(entityManager);
        store.jobs = jobs;
        store.audit = TestAudit.on(entityManager, clock);
        store.messages = TestMessages.on(entityManager, clock);
        store.clock = clock;
        return store;
    }

    /** Sets a maintenance, whatever is kept, in the transaction of that entity manager. */
    public static Maintenance set(EntityManager entityManager, ActiveJobs jobs, Clock clock, MaintenancePlan plan) {
        long version = new MaintenanceRepository(entityManager).read().version();
        return set(entityManager, jobs, clock, plan, version);
    }

    /** The same for somebody who has seen that version. */
    public static Maintenance set(
            EntityManager entityManager, ActiveJobs jobs, Clock clock, MaintenancePlan plan, long version) {
        return store(entityManager, jobs, clock).set("admin", plan, version);
    }

    public static Maintenance end(EntityManager entityManager, ActiveJobs jobs, Clock clock) {
        return store(entityManager, jobs, clock).end("admin");
    }

    /** @return what the site's chat is told now */
    static List<String> toldSite(EntityManager entityManager, Clock clock) {
        List<String> told = new ArrayList<>();
        MaintenanceStore store = new MaintenanceStore();
        store.rows = new MaintenanceRepository(entityManager);
        store.clock = clock;
        store.messages =
                TestMessages.on(entityManager, clock, message -> told.add(message.key() + " " + message.detail()));
        store.tellSite();
        return told;
    }

    public static MaintenancePlan plan(Instant begin, Optional<Instant> end, String... allowed) {
        return new MaintenancePlan("New switches", begin, end, new TreeSet<>(List.of(allowed)));
    }
}
