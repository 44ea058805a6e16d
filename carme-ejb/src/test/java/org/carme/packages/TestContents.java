package org.carme.packages;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.carme.audit.TestAudit;

/** What is inside images, for tests. */
public final class TestContents {
    private TestContents() {}

    /** The real one, in the transactions of that entity manager. */
    public static FoundContents found(EntityManager entityManager, Clock clock) {
        FoundContents found = new FoundContents();
        found.store = new PackageStore();
        found.store.packages = new PackageRepository(entityManager);
        found.store.audit = TestAudit.on(entityManager, clock);
        found.clock = clock;
        return found;
    }
}
