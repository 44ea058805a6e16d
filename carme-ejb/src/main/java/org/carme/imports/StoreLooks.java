package org.carme.imports;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.carme.images.ImageSettings;
import org.carme.images.RegisteredVersion;
import org.carme.images.VersionNames;

/** Looks at stores on threads of their own, at each store one at a time, so that a dead disk costs one thread alone. */
@ApplicationScoped
class StoreLooks {
    static final Duration WHILE_SOMEBODY_WAITS = Duration.ofMinutes(2);
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    ImageSettings settings;

    @Inject
    VersionNames versions;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService executor;

    private final Map<String, Look> looks = new HashMap<>();

    /** @return the site's stores */
    List<String> folders() {
        return settings.folders();
    }

    /** @return one that goes on or has just ended, else a new one */
    synchronized Look recent(String folder) {
        Look present = looks.get(folder);
        return present != null && present.isOf(clock.instant().minus(FRESH))
                ? present
                : fresh(folder, WHILE_SOMEBODY_WAITS);
    }

    /** @return the last one, however old; a new one if there is none */
    synchronized Look last(String folder) {
        return looks.containsKey(folder) ? looks.get(folder) : fresh(folder, WHILE_SOMEBODY_WAITS);
    }

    /** @return one that goes on, else a new one */
    synchronized Look fresh(String folder, Duration longest) {
        Look present = looks.get(folder);
        if (present != null && !present.isOver()) {
            return present;
        }
        Set<String> named = versions.registered().stream()
                .map(RegisteredVersion::location)
                .filter(location -> location.startsWith(folder + "/"))
                .collect(Collectors.toSet());
        Budget budget = new Budget(MOST, System.nanoTime() + longest.toNanos());
        Look next = new Look(
                folder,
                budget,
                CompletableFuture.supplyAsync(() -> contents(Path.of(folder), named, budget), executor),
                longest);
        looks.put(folder, next);
        return next;
    }

    private StoreContents contents(Path store, Set<String> named, Budget budget) {
        List<Path> stores = settings.folders().stream().map(Path::of).toList();
        try {
            return new StoreScan(store, stores, budget).look(named, clock.instant());
        } catch (IOException e) {
            throw StoreUnavailableException.notVisible(store);
        }
    }
}
