package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.jobs.StartEstimates;

/** Removes estimates of starts that nobody compares any more. */
@Named
@Dependent
public class PurgeStartEstimates extends Purge {
    @Inject
    StartEstimates estimates;

    @Override
    int remove(int most) {
        return estimates.purge(most);
    }
}
