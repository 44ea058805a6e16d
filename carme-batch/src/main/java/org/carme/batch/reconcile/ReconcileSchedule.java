package org.carme.batch.reconcile;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.carme.batch.BatchJobs;
import org.carme.cluster.ClusterStatus;
import org.carme.common.Recurring;
import org.carme.health.HealthService;
import org.carme.health.Part;
import org.carme.jobs.Submissions;

/** Has jobs reconciled as soon as one needs care, and ever more seldom while nothing helps. */
@Singleton
@Startup
@DependsOn("BatchSchedule")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReconcileSchedule {
    @Inject
    BatchJobs batchJobs;

    @Inject
    Submissions submissions;

    @Inject
    HealthService health;

    @Inject
    ClusterStatus cluster;

    @Inject
    Clock clock;

    private final Recurring caring = new Recurring("Jobs that need care are not looked for at present");
    private BackOff backOff;

    @PostConstruct
    void begin() {
        backOff = new BackOff(clock);
    }

    /** Looks whether anything needs care, so that the history holds executions that had something to do. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void care() {
        caring.run(this::reconcileIfNeeded);
    }

    private void reconcileIfNeeded() {
        Set<String> causes = causes();
        if (backOff.isAnyDue(causes, around())) {
            batchJobs.startUnlessRunning("reconcile-jobs", Map.of()).ifPresent(execution -> backOff.attempted(causes));
        }
    }

    /** The watcher sees within seconds that the scheduler is back, and a round of questions the accounting within a minute. */
    private Around around() {
        return new Around(health.silent(), cluster.picture().reachable());
    }

    private record Around(Set<Part> silent, boolean reachable) {}

    private Set<String> causes() {
        Set<String> causes = new HashSet<>();
        submissions.uncertain().forEach(job -> causes.add("start " + job.id().value()));
        submissions.toCancel().forEach(job -> causes.add("cancel " + job.id().value()));
        if (submissions.areExtensionsUncertain()) {
            causes.add("extensions");
        }
        return causes;
    }
}
