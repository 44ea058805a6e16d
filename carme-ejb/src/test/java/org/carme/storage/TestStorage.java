package org.carme.storage;

import java.util.Optional;
import java.util.function.Supplier;
import org.carme.projects.Classification;
import org.carme.projects.ProjectStarts;

/** Folders of the site's disks for tests. */
public final class TestStorage {
    private TestStorage() {}

    /** @param classification of every project */
    public static JobStorage storage(Classification classification) {
        return storage(() -> classification);
    }

    /** @param classification of every project, when it is asked for */
    public static JobStorage storage(Supplier<Classification> classification) {
        return storage(Optional.of("/groups/{project}"), Optional.of("/scratch/{user}"), classification);
    }

    static JobStorage storage(
            Optional<String> project, Optional<String> scratch, Supplier<Classification> classification) {
        JobStorage storage = new JobStorage();
        storage.settings = new StorageSettings(project, scratch);
        storage.projects = new ProjectStarts() {
            @Override
            public Classification classification(String slug) {
                return classification.get();
            }
        };
        return storage;
    }
}
