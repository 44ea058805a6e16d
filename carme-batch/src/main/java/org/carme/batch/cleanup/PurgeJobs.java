package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.jobs.JobRetention;

/** Removes jobs that ended long ago. */
@Named
@Dependent
public class PurgeJobs extends Purge {
    @Inject
    JobRetention jobs;

    @Override
    int remove(int most) {
        return jobs.purge(most);
    }
}
