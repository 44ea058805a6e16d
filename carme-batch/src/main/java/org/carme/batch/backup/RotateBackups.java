package org.carme.batch.backup;

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

    @Override
    protected String work() {
        return await(backups::rotate).map(removed -> "REMOVED " + removed).orElse("STOPPED");
    }
}
