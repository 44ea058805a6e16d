package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.carme.executions.Retention;

/** Removes old executions of batch jobs, a thousand looked at in a transaction, and checkpoints of those that are gone. */
@Named
@Dependent
public class PurgeExecutions extends Purge {
    @Inject
    Retention retention;

    private Retention.Kept kept;
    private Optional<Long> place = Optional.of(0L);

    @Override
    int remove(int most) {
        if (kept == null) {
            kept = retention.kept();
        }
        int removed = 0;
        while (removed == 0 && place.isPresent() && !isStopped()) {
            Retention.Part part = retention.remove(kept, place.get(), most);
            place = part.last();
            removed = part.removed();
        }
        return removed > 0 || isStopped() ? removed : retention.removeCheckpoints();
    }
}
