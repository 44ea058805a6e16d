package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.database.Retry;
import org.carme.images.RegisteredVersion;
import org.carme.images.VersionNames;

/** Looks after stores without anybody asking. Each change is one transaction, and doing it again changes nothing. */
@ApplicationScoped
public class StoreCare {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    StoreLooks looks;

    @Inject
    VersionNames versions;

    @Inject
    ImportPlanner planner;

    @Inject
    ImportStore store;

    @Inject
    NewFinds finds;

    /** What one look has told. */
    public record Seen(int versions, int drafts) {}

    public List<String> folders() {
        return looks.folders();
    }

    /**
     * Looks at a store, keeps what it tells of registered versions, and then sees to what is new.
     *
     * @throws StoreUnavailableException if the portal cannot look at it
     */
    public Seen look(String folder) {
        Look look = looks.fresh(folder, LONGEST);
        Optional<StoreContents> contents = look.await(PATIENCE);
        while (contents.isEmpty()) {
            contents = look.await(PATIENCE);
        }
        int observed = observe(contents.get().seen());
        ImportPlan plan = planner.plan(folder, contents.get(), NewFinds.NOBODY);
        return new Seen(observed, finds.take(plan));
    }

    private int observe(Map<String, Optional<String>> seen) {
        List<RegisteredVersion> looked = versions.registered().stream()
                .filter(version -> seen.containsKey(version.location()))
                .toList();
        looked.forEach(version -> Retry.onConflict(() -> store.observe(version, seen.get(version.location()))));
        return looked.size();
    }
}
