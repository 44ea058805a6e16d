package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.joblogs.JobLogService;

/** Removes the ends of ended jobs' logs. */
@Named
@Dependent
public class PurgeLogs extends Purge {
    @Inject
    JobLogService logs;

    @Override
    int remove(int most) {
        return logs.purge(most);
    }
}
