package org.carme.batch.cleanup;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.messages.MessageService;

/** Removes old messages. */
@Named
@Dependent
public class PurgeMessages extends AbstractBatchlet {
    @Inject
    MessageService messages;

    @Override
    public String process() {
        return "REMOVED " + messages.purge();
    }
}
