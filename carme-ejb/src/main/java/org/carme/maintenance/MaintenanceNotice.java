package org.carme.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carme.users.Person;

/**
 * What everybody is told, as last seen in the database; pages read it here. It may be two seconds old, so it decides
 * nothing: {@link MaintenanceCheck} does.
 */
@ApplicationScoped
public class MaintenanceNotice {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Maintenance known = new Maintenance(Optional.empty(), 0);
    private volatile Shown shown = new Shown(0, false, false);

    @Inject
    Clock clock;

    private record Shown(long version, boolean announced, boolean active) {}

    /** @return the maintenance that is on or near */
    public Optional<MaintenancePlan> announced() {
        return known.plan().filter(plan -> plan.isAnnounced(clock.instant()));
    }

    /** @return the maintenance that is on */
    public Optional<MaintenancePlan> active() {
        return known.plan().filter(plan -> plan.isActive(clock.instant()));
    }

    /** @return whether the maintenance that is on keeps that person from starting jobs */
    public boolean keepsFromStarting(Person person) {
        return active().filter(plan -> !MaintenanceCheck.allows(plan, person)).isPresent();
    }

    /** Listeners are called when {@link #announced()} or {@link #active()} have changed; they must be quick and must not fail. */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** To be called with what the database has, every few seconds and after a change. */
    void seen(Maintenance maintenance) {
        known = maintenance;
        Shown before = shown;
        shown = new Shown(
                announced().isPresent() ? maintenance.version() : 0, announced().isPresent(), active().isPresent());
        if (!shown.equals(before)) {
            listeners.forEach(Runnable::run);
        }
    }
}
