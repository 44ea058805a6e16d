package org.carme.batch.backup;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.backup.BackupRuns;

/** Removes the oldest backups. */
@Named
@Dependent
public class RotateBackups extends AbstractBatchlet {
    @Inject
    BackupRuns backups;

    @Inject
    JobContext job;

    @Override
    public String process() {
        return "REMOVED " + backups.rotate(job.getInstanceId());
    }
}
