package org.carme.backup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks into the folder on a thread of its own, one look at a time, so that a dead disk costs one thread alone. */
@ApplicationScoped
class BackupLooks {
    private static final Logger LOG = System.getLogger(BackupLooks.class.getName());

    /** Counted from when a look began: of many who wait for the same dead disk only the first ones do. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    BackupSettings settings;

    @Resource
    ManagedExecutorService waiting;

    private Look last;

    /** One look, shared by all who come while it goes on. */
    private record Look(CompletableFuture<List<Backup>> coming, long begun) {}

    /** @return newest first; empty if the folder does not answer, or cannot be read */
    Optional<List<Backup>> all() {
        return settings.folder().isEmpty()
                ? Optional.of(List.of())
                : await(present(settings.folder().get()));
    }

    private synchronized Look present(Path folder) {
        if (last == null || last.coming().isDone()) {
            last = new Look(CompletableFuture.supplyAsync(() -> list(folder), executor()), System.nanoTime());
        }
        return last;
    }

    /** As the container gives it; tests have their own. */
    Executor executor() {
        return waiting;
    }

    /** May hang. */
    List<Backup> list(Path folder) {
        try {
            return new BackupFolder(folder).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<List<Backup>> await(Look look) {
        long left = PATIENCE.toNanos() - (System.nanoTime() - look.begun());
        try {
            return Optional.of(look.coming().get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "Could not look for backups", e.getCause());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
