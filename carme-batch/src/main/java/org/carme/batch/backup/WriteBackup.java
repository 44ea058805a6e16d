package org.carme.batch.backup;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.backup.BackupRuns;
import org.carme.batch.Step;

/** Writes a file which nothing but the next step of the same job takes for a backup. */
@Named
@Dependent
public class WriteBackup extends Step {
    @Inject
    BackupRuns backups;

    @Inject
    JobContext job;

    @Override
    protected String work() {
        if (!backups.areOn()) {
            return "OFF";
        }
        long run = job.getInstanceId();
        return await(() -> backups.write(run, this::isStopped)).isPresent() ? "WRITTEN" : "STOPPED";
    }
}
