package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.database.Retry;
import org.carme.jobs.JobRegistry;
import org.carme.templates.Charge;

/**
 * Brings what Slurm's accounting knows of ended runs into Carme's database, a window of time after the other. A window
 * counts as read when all of it is kept; until then the next import begins before it. What is there already is left as
 * it is, so that any part may be read any number of times.
 */
@ApplicationScoped
public class AccountingImport {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** So much may be missing for a while without anybody being told. */
    private static final Duration BEARABLE = Duration.ofHours(2);

    /** slurmrestd needs some hundred KiB for each run of an answer: windows become longer below the first, shorter above. */
    private static final int FEW = 1000;

    private static final int ENOUGH = 2500;

    /** Above this a window is read again in halves. */
    private static final int MANY = 10_000;

    private static final int CHUNK = 500;

    /** Of more in a chunk something else is the matter. */
    private static final int MOST_FAILED = 20;

    int most = MANY;

    @Inject
    Scheduler scheduler;

    @Inject
    JobRegistry registry;

    @Inject
    AccountingStore store;

    @Inject
    Clock clock;

    /** @param back how far before the end of what is known to read again; empty: as usual */
    public ImportPlan plan(Optional<Duration> back) {
        return Retry.onConflict(() -> store.plan(back));
    }

    /**
     * Reads what ended since then. The accounting counts in seconds, and so do windows.
     *
     * @throws SchedulerException if the accounting cannot be read
     */
    public AccountedWindow first(Instant from) {
        return read(from, store.mark().window());
    }

    /** Reads what ended after a window, which need not be kept yet; fails as {@link #first}. */
    public AccountedWindow after(AccountedWindow before) {
        return read(before.to(), before.next());
    }

    private AccountedWindow read(Instant from, Duration wanted) {
        Duration window = wanted;
        while (true) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            boolean isLast = !from.plus(window).isBefore(now);
            Instant to = isLast ? now : from.plus(window);
            Optional<List<AccountedRun>> runs = read(from, to);
            if (runs.isPresent()) {
                return new AccountedWindow(
                        to, runs.get(), next(window, runs.get().size()), isLast);
            }
            window = shorter(Duration.between(from, to));
        }
    }

    /** @return empty if it is too much at once */
    private Optional<List<AccountedRun>> read(Instant from, Instant to) {
        boolean canBeHalved = Duration.between(from, to).compareTo(SHORTEST) > 0;
        List<AccountedRun> runs = new ArrayList<>();
        scheduler.ended(from, to, run -> {
            if (runs.size() <= most || !canBeHalved) {
                runs.add(run);
            }
        });
        return canBeHalved && runs.size() > most ? Optional.empty() : Optional.of(runs);
    }

    private static Duration next(Duration window, int runs) {
        if (runs < FEW) {
            return longer(window);
        }
        return runs > ENOUGH ? shorter(window) : window;
    }

    /** The next import asks for less at once: so much could not be read. */
    public void askForLess() {
        Retry.onConflict(() -> store.nextWindow(shorter(store.mark().window())));
    }

    private static Duration shorter(Duration window) {
        Duration half = window.dividedBy(2);
        return half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
    }

    private static Duration longer(Duration window) {
        Duration twice = window.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    /**
     * Keeps what was read. Windows are kept in their order.
     *
     * @param skipped told of each run that cannot be kept, by a name with which it is found again
     * @return how many runs were new or different
     */
    public int keep(AccountedWindow window, BiConsumer<String, RuntimeException> skipped) {
        int changed = 0;
        List<AccountedRun> runs = window.runs();
        for (int from = 0; from < runs.size(); from += CHUNK) {
            changed += keep(runs.subList(from, Math.min(from + CHUNK, runs.size())), skipped);
        }
        Retry.onConflict(() -> store.reached(window.to(), window.next()));
        return changed;
    }

    private int keep(List<AccountedRun> runs, BiConsumer<String, RuntimeException> skipped) {
        List<AccountedUse> uses = described(runs, skipped);
        if (uses.isEmpty()) {
            return 0;
        }
        try {
            return Retry.onConflict(() -> store.keep(uses));
        } catch (RuntimeException e) {
            // away, the database would fail for each of them
            store.mark();
            return keepEach(uses, skipped);
        }
    }

    private int keepEach(List<AccountedUse> uses, BiConsumer<String, RuntimeException> skipped) {
        int changed = 0;
        int failed = 0;
        for (AccountedUse use : uses) {
            try {
                changed += Retry.onConflict(() -> store.keep(List.of(use)));
            } catch (RuntimeException e) {
                failed++;
                if (failed > MOST_FAILED) {
                    throw e;
                }
                skipped.accept(
                        AccountedName.of(use.key().jobId(), use.endedAt()).text(), e);
            }
        }
        return changed;
    }

    private List<AccountedUse> described(List<AccountedRun> runs, BiConsumer<String, RuntimeException> skipped) {
        List<Optional<Charge>> charges =
                registry.charges(runs.stream().map(AccountedRun::job).toList());
        List<AccountedUse> uses = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            try {
                AccountedUse.of(runs.get(i), charges.get(i)).ifPresent(uses::add);
            } catch (UnusableRunException e) {
                skipped.accept(AccountedName.of(runs.get(i).job()).text(), e);
            }
        }
        return uses;
    }

    /**
     * Reads a run again that could not be kept, and keeps it.
     *
     * @param name as it was told
     * @return how many runs were new or different: an accounting of several clusters may have more than one of that name
     * @throws SchedulerException if the accounting cannot be read
     */
    public int keepAgain(String name) {
        AccountedName wanted = AccountedName.parse(name);
        List<AccountedRun> runs = new ArrayList<>();
        scheduler.ended(wanted.end(), wanted.end().plusSeconds(1), run -> {
            if (run.job().id().equals(wanted.job())) {
                runs.add(run);
            }
        });
        return keep(runs, (same, failure) -> {
            throw failure;
        });
    }

    /** @return whether it gets no further, and statements lack so much that somebody should know */
    public boolean isStuck(ImportPlan plan) {
        Instant known = store.mark().importedUntil();
        return !known.isAfter(plan.known()) && known.isBefore(clock.instant().minus(BEARABLE));
    }

    /** The present is reached. */
    public void done(ImportPlan plan) {
        Retry.onConflict(() -> store.done(plan));
    }

    /**
     * Removes runs that are too old for any statement.
     *
     * @return how many; none if nothing is left
     */
    public int purge(int most) {
        return store.purge(most);
    }
}
