package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.delivery.OutboxCare;

/** Removes what went out of the portal, as old as the messages that are removed. */
@Named
@Dependent
public class PurgeOutbox extends Purge {
    @Inject
    OutboxCare outbox;

    @Override
    int remove(int most) {
        return outbox.purge(most);
    }
}
