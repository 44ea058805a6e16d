package org.carme.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carme.users.Person;
import org.carme.users.Role;

/** Whether somebody may start a job now. */
@ApplicationScoped
public class MaintenanceCheck {
    @Inject
    MaintenanceRepository rows;

    @Inject
    Clock clock;

    /**
     * To be called in the transaction that stores the start, after it has taken the lock of the user's starts: whoever
     * sets a maintenance holds all those locks, so that a start is either stored before or refused.
     *
     * @throws MaintenanceException while the user may start nothing
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void require(Person person) {
        Instant now = clock.instant();
        Optional<MaintenancePlan> active = rows.read().plan().filter(plan -> plan.isActive(now));
        if (active.isPresent() && !allows(active.get(), person)) {
            throw new MaintenanceException(active.get(), now);
        }
    }

    static boolean allows(MaintenancePlan plan, Person person) {
        return plan.allowed().contains(person.name()) || person.roles().contains(Role.ADMIN);
    }
}
