package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.carme.database.Retry;
import org.carme.images.ImageAdministration;
import org.carme.users.DirectoryUnavailableException;

/**
 * Compares what is inside images with the files of advisories. A disk that does not answer may hold a check that nobody
 * waits for any more: it writes nothing then.
 */
@ApplicationScoped
public class AdvisoryChecks {
    private static final Logger LOG = System.getLogger(AdvisoryChecks.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** One that works and one that hangs: a dead disk does not take a thread more with each check. */
    private static final int AT_A_TIME = 2;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    @Inject
    AdvisorySettings settings;

    @Inject
    CheckStore store;

    @Inject
    AdvisoryNews news;

    @Inject
    ImageAdministration images;

    @Inject
    CheckSignal signal;

    @Inject
    Clock clock;

    /**
     * Asks for a check as soon as can be; while one runs, for another one after it.
     *
     * @throws AdvisoriesOffException if no folder is configured
     */
    public void request(String manager) {
        images.require(manager);
        if (!settings.isOn()) {
            throw new AdvisoriesOffException();
        }
        Retry.onConflict(() -> store.want(manager));
        signal.raise();
    }

    /** @return whether images are checked at all */
    public boolean areOn() {
        return settings.isOn();
    }

    /** @return whether somebody has asked for a check, or has said what is inside an image since the last one */
    public boolean isNeeded() {
        return settings.isOn() && store.isNeeded();
    }

    /**
     * Checks all images. What a portal that has died has left of a check is thrown away.
     *
     * @param stopped asked between two steps; nothing is written or told once it said yes
     * @param progress told from time to time how many advisories were read
     * @param lines told, for administrators, what is looked at and what was found
     * @return what became of it, for operators
     * @throws FolderUnreadableException if there is nothing to compare with
     * @throws ChecksWaitException if earlier ones hang
     */
    public String run(BooleanSupplier stopped, IntConsumer progress, Consumer<String> lines) {
        Optional<Path> folder = settings.folder();
        if (folder.isEmpty()) {
            return "OFF";
        }
        if (!places.tryAcquire()) {
            throw new ChecksWaitException(folder.get());
        }
        try {
            return run(folder.get(), stopped, progress, lines);
        } finally {
            places.release();
        }
    }

    private String run(Path folder, BooleanSupplier stopped, IntConsumer progress, Consumer<String> lines) {
        Optional<Long> check = begin(stopped);
        if (check.isEmpty()) {
            return "STOPPED";
        }
        lines.accept("Comparing what is inside images with the advisories in " + folder);
        CheckRun run = new CheckRun(store, check.get(), clock, stopped, progress);
        String outcome = run(folder, run);
        if (!stopped.getAsBoolean()) {
            run.tally().lines().forEach(lines);
        }
        return outcome;
    }

    /** One that runs was left by a portal that has just died, as the job runs once at a time: soon it shows no life. */
    private Optional<Long> begin(BooleanSupplier stopped) {
        return Retry.untilPresent(store::begin, PAUSE, stopped);
    }

    private String run(Path folder, CheckRun run) {
        boolean hasFailed = true;
        try {
            run.check(folder);
            hasFailed = false;
        } catch (UncheckedIOException e) {
            run.tally().skip(SkipReason.UNREADABLE, folder.toString());
            throw new FolderUnreadableException(folder, e.getCause());
        } catch (CheckLostException e) {
            // Whoever takes it for dead begins anew: what was asked for is still done.
            hasFailed = false;
            return "STOPPED";
        } finally {
            if (hasFailed && !run.isStopped() && store.fail(run.number(), run.tally())) {
                store.note(run.number(), run.tally());
            }
        }
        tell();
        return "READ " + run.tally().read() + " CONCERNED " + run.tally().concerned() + " SKIPPED "
                + run.tally().skipped();
    }

    /** Tells image managers what is new, now or when the directory says again who they are. */
    public void tell() {
        if (news.isAny()) {
            try {
                Set<String> managers = images.managers();
                Retry.onConflict(() -> news.tell(managers));
            } catch (DirectoryUnavailableException away) {
                LOG.log(Level.WARNING, "Nobody is told of new advisories yet: {0}", away.getMessage());
            }
        }
    }
}
