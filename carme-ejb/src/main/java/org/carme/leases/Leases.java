package org.carme.leases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/** Takes, keeps and gives back leases. */
@ApplicationScoped
public class Leases {
    /** Three turns of a holder who comes every three seconds. */
    static final Duration LASTING = Duration.ofSeconds(9);

    @Inject
    LeaseRepository rows;

    /**
     * Takes the lease if nobody has it, or keeps it for longer.
     *
     * @param holder which nobody else uses, and no later run of the same portal
     * @return empty while somebody else has it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Lease> take(String name, String holder) {
        boolean mine = rows.extend(name, holder, LASTING) || rows.takeOver(name, holder, LASTING);
        return mine ? Optional.of(new Lease(name, holder, rows.fence(name))) : Optional.empty();
    }

    /**
     * Locks the lease until the present transaction ends, so that nobody takes over before.
     *
     * @return false if somebody has taken over: what was about to be done is his now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isHeld(Lease lease) {
        return rows.lock(lease);
    }

    /** Lets the next one have it at once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void giveBack(Lease lease) {
        rows.expire(lease);
    }
}
