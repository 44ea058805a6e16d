package org.carme.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** The transactions of the maintenance: each change is checked, kept and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class MaintenanceStore {
    private static final String KIND = "maintenance";

    @Inject
    MaintenanceRepository rows;

    @Inject
    ActiveJobs jobs;

    @Inject
    AuditService audit;

    @Inject
    MessageService messages;

    @Inject
    Clock clock;

    Maintenance read() {
        return rows.read();
    }

    long reaching(Instant then) {
        return jobs.reaching(then);
    }

    Maintenance set(String admin, MaintenancePlan wanted, long version) {
        Instant now = clock.instant();
        MaintenancePlan plan = MaintenanceRules.check(wanted, now);
        MaintenanceRow row = rows.lock();
        Maintenance before = row.maintenance();
        if (before.version() != version) {
            throw audit.changedMeanwhile(KIND, KIND);
        }
        jobs.holdStarts();
        row.plan(plan);
        boolean change = before.present(now).isPresent();
        note(admin, change ? AuditAction.MAINTENANCE_CHANGED : AuditAction.MAINTENANCE_SET, plan);
        rows.flush();
        return row.maintenance();
    }

    /** Of one that is over: nothing to do. */
    Maintenance end(String admin) {
        MaintenanceRow row = rows.lock();
        Optional<MaintenancePlan> present = row.maintenance().present(clock.instant());
        if (present.isPresent()) {
            row.clear();
            note(admin, AuditAction.MAINTENANCE_ENDED, present.get());
            rows.flush();
        }
        return row.maintenance();
    }

    /** Tells the site's chat that it is on or over: once, whichever instance is first. */
    void tellSite() {
        Instant now = clock.instant();
        MaintenanceRow row = rows.find();
        Maintenance kept = row.maintenance();
        if (row.isOnUntold(now) && rows.toldOn(kept.version())) {
            messages.tellSite(
                    Kind.WARNING,
                    "maintenance-on",
                    "",
                    kept.plan().orElseThrow().message());
        } else if (row.isOverUntold(now) && rows.toldOver()) {
            messages.tellSite(Kind.INFO, "maintenance-over", "", "");
        }
    }

    private void note(String admin, AuditAction action, MaintenancePlan plan) {
        String end = plan.end().map(Instant::toString).orElse("…");
        String allowed = plan.allowed().isEmpty() ? "" : " (" + String.join(", ", plan.allowed()) + ")";
        AuditObject object = new AuditObject(KIND, KIND, plan.message());
        audit.record(new AuditEvent(action, admin, "", object, plan.begin() + " – " + end + allowed));
    }
}
