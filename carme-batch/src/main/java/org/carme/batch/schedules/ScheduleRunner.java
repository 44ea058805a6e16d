package org.carme.batch.schedules;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.carme.batch.BatchJobs;
import org.carme.common.Recurring;
import org.carme.database.Retry;
import org.carme.executions.Launch;
import org.carme.leases.Lease;
import org.carme.leases.Leases;
import org.carme.schedules.Alerts;
import org.carme.schedules.Fires;

/** Starts what is due, while this portal has the lease. */
@Singleton
@Startup
@DependsOn("JobAnnouncement")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleRunner {
    private static final String LEASE = "batch-schedules";

    private static final Logger LOG = System.getLogger(ScheduleRunner.class.getName());

    private final String holder = UUID.randomUUID().toString();
    private final Recurring starting = new Recurring("No batch job is started by the clock at present");
    private final Recurring alerting = new Recurring("Administrators are not told of batch jobs at present");
    private final Set<String> notBegun = ConcurrentHashMap.newKeySet();
    private volatile Optional<Lease> lease = Optional.empty();

    @Inject
    Leases leases;

    @Inject
    Fires fires;

    @Inject
    Alerts alerts;

    @Inject
    BatchJobs batchJobs;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void start() {
        starting.run(() -> {
            lease = Optional.empty();
            lease = Retry.onConflict(() -> leases.take(LEASE, holder));
            lease.ifPresentOrElse(this::startWhatIsDue, notBegun::clear);
        });
    }

    private void startWhatIsDue(Lease held) {
        notBegun.removeIf(job -> Retry.onConflict(() -> fires.again(held, job)));
        for (String job : fires.due()) {
            Retry.onConflict(() -> fires.fire(held, job)).ifPresent(parameters -> begin(job, parameters));
        }
    }

    private void begin(String job, Map<String, String> parameters) {
        try {
            if (batchJobs.launch(Launch.byPortal(job, parameters)).isEmpty()) {
                LOG.log(Level.INFO, "The batch job {0} is due while it runs, and again in a minute", job);
                notBegun.add(job);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The batch job " + job + " did not begin and is tried again in a minute", e);
            notBegun.add(job);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    void alert() {
        alerting.run(() -> lease.ifPresent(alerts::look));
    }

    /** A portal that is stopped in good order keeps no other one waiting. */
    @PreDestroy
    void end() {
        lease.ifPresent(leases::giveBack);
    }
}
