package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageAdministration;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** Shows image managers what lies in the site's stores. Nothing is changed, and nobody waits long for a disk. */
@ApplicationScoped
public class StoreService {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    ImageAdministration administration;

    @Inject
    DirectoryService directory;

    @Inject
    StoreLooks looks;

    @Inject
    ImportPlanner planner;

    @Inject
    LookSignal signal;

    public List<String> folders(String manager) {
        administration.require(manager);
        return looks.folders();
    }

    /**
     * Looks at a store, unless that was done within a minute, and compares it with the catalogue.
     *
     * @throws StoreUnavailableException if the portal cannot look at the store
     */
    public ImportProgress plan(String manager, String folder) {
        return progress(manager, folder, looks.recent(known(manager, folder)));
    }

    /** The same by the last look, however long ago it was. */
    public ImportProgress lastPlan(String manager, String folder) {
        return progress(manager, folder, looks.last(known(manager, folder)));
    }

    /** The same by a new look. */
    public ImportProgress freshPlan(String manager, String folder) {
        return progress(manager, folder, looks.fresh(known(manager, folder), StoreLooks.WHILE_SOMEBODY_WAITS));
    }

    /** Has all stores looked at by the batch job, which keeps what it finds. */
    public void lookAtAll(String manager) {
        administration.require(manager);
        signal.raise();
    }

    private String known(String manager, String folder) {
        List<String> folders = folders(manager);
        if (!folders.contains(folder)) {
            throw InvalidRequestException.about("folder", "invalid-request.store", String.join(", ", folders));
        }
        return folder;
    }

    private ImportProgress progress(String manager, String folder, Look look) {
        Person author = directory.person(manager);
        return new ImportProgress(
                look.entries(), look.await(PATIENCE).map(contents -> planner.plan(folder, contents, author)));
    }
}
