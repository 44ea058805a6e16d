package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.outside.OutsideJobs;

/** Removes jobs sent past Carme that no quota counts any more. */
@Named
@Dependent
public class PurgeOutsideJobs extends Purge {
    @Inject
    OutsideJobs outside;

    @Override
    int remove(int most) {
        return outside.purge(most);
    }
}
