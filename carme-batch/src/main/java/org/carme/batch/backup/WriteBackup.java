package org.carme.batch.backup;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.backup.BackupRuns;

/** Writes a file which nothing but the next step of the same job takes for a backup. */
@Named
@Dependent
public class WriteBackup extends AbstractBatchlet {
    @Inject
    BackupRuns backups;

    @Inject
    JobContext job;

    private volatile boolean stopped;

    @Override
    public String process() {
        backups.write(job.getInstanceId(), () -> stopped);
        return stopped ? "STOPPED" : "WRITTEN";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
