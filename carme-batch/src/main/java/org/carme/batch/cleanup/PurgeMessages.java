package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.messages.MessageService;

/** Removes old messages. */
@Named
@Dependent
public class PurgeMessages extends Purge {
    @Inject
    MessageService messages;

    @Override
    int remove(int most) {
        return messages.purge(most);
    }
}
