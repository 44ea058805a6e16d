package org.carme.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.executions.StepHistory;
import org.carme.executions.StepHistory.Ended;

/**
 * Finds the backups of this instance in its folder, and those of others in what the database knows of the batch job. What
 * this machine has made counts only while it is in the folder.
 */
@ApplicationScoped
public class BackupFinder {
    @Inject
    BackupSettings settings;

    @Inject
    BackupLooks looks;

    @Inject
    StepHistory history;

    @Inject
    Clock clock;

    public boolean areOn() {
        return settings.isOn();
    }

    /** Takes seconds at most, whatever the folder does. */
    public BackupPicture look() {
        Optional<List<Backup>> here = looks.all();
        List<Backup> found = here.orElse(List.of());
        Optional<LastBackup> last = Stream.concat(
                        found.stream().map(LastBackup::here),
                        history.completed(BackupRuns.JOB, BackupRuns.CHECK_STEP).stream()
                                .flatMap(ended -> elsewhere(ended).stream())
                                .filter(one -> found.stream()
                                        .noneMatch(backup -> backup.name().equals(one.name()))))
                .max(Comparator.comparing(LastBackup::at));
        return new BackupPicture(clock.instant(), here.isPresent(), found, last);
    }

    private static Optional<LastBackup> elsewhere(Ended ended) {
        return ended.here() || ended.host().isEmpty()
                ? Optional.empty()
                : BackupRuns.kept(ended.exit())
                        .flatMap(name -> BackupFolder.begun(name).map(at -> new LastBackup(name, at, ended.host())));
    }
}
