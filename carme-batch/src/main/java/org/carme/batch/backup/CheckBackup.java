package org.carme.batch.backup;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.backup.BackupRuns;

/** Makes the file that was written a backup, if it is good. */
@Named
@Dependent
public class CheckBackup extends AbstractBatchlet {
    @Inject
    BackupRuns backups;

    @Inject
    JobContext job;

    @Override
    public String process() {
        return "KEPT " + backups.check(job.getInstanceId());
    }
}
