package org.carme.batch.backup;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.backup.BackupRuns;
import org.carme.batch.Step;

/** Removes the oldest backups. */
@Named
@Dependent
public class RotateBackups extends Step {
    @Inject
    BackupRuns backups;

    @Inject
    JobContext job;

    @Override
    protected String work() {
        return "REMOVED " + backups.rotate(job.getInstanceId());
    }
}
