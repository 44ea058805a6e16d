package org.carme.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** What administrators do with the maintenance. Every method refuses everybody else. */
@ApplicationScoped
public class MaintenanceService {
    @Inject
    Administrators administrators;

    @Inject
    MaintenanceStore store;

    @Inject
    MaintenanceNotice notice;

    @Inject
    Clock clock;

    /** @return what is kept; without a plan if that is over */
    public Maintenance get(String admin) {
        administrators.require(admin);
        return present(store.read());
    }

    /** @return how many active jobs may still run then; those that wait count as if they started now */
    public long jobsReaching(String admin, Instant then) {
        administrators.require(admin);
        return store.reaching(then);
    }

    /**
     * Plans a maintenance, or changes the present one. When this returns, every start that was accepted before it begins
     * is stored; what is stored is still sent to the scheduler.
     *
     * @param version {@link Maintenance#version()} of what the caller has seen
     * @throws org.carme.common.InvalidRequestException naming what is wrong
     * @throws org.carme.common.ChangedMeanwhileException if somebody else has changed it since
     */
    public Maintenance set(String admin, MaintenancePlan plan, long version) {
        administrators.require(admin);
        return seen(Retry.onConflict(() -> store.set(admin, plan, version)));
    }

    /** Ends or calls off the maintenance; if there is none: nothing to do. */
    public void end(String admin) {
        administrators.require(admin);
        seen(Retry.onConflict(() -> store.end(admin)));
    }

    private Maintenance seen(Maintenance changed) {
        notice.seen(changed);
        return present(changed);
    }

    private Maintenance present(Maintenance kept) {
        return new Maintenance(kept.present(clock.instant()), kept.version());
    }
}
