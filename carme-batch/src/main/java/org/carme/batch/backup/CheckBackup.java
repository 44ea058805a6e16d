package org.carme.batch.backup;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.backup.BackupRuns;
import org.carme.batch.Step;

/** Makes the file that was written a backup, if it is good. */
@Named
@Dependent
public class CheckBackup extends Step {
    @Inject
    BackupRuns backups;

    @Inject
    JobContext job;

    @Override
    protected String work() {
        long run = job.getInstanceId();
        return await(() -> backups.check(run, this::isStopped))
                .flatMap(kept -> kept)
                .orElse("STOPPED");
    }
}
