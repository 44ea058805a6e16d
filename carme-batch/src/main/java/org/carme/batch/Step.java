package org.carme.batch;

import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A batchlet that administrators can watch: it reports, listens to a stop, says why it failed, and can be run for one
 * item alone.
 */
public abstract class Step extends AbstractBatchlet {
    private static final Logger LOG = System.getLogger(Step.class.getName());

    /** Of so many something else is the matter. */
    private static final int MOST_SKIPPED = 100;

    @Inject
    protected StepReport report;

    @Resource
    ManagedExecutorService waiting;

    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private int skipped;

    /** @return what became of it, for operators */
    protected abstract String work();

    @Override
    public final String process() {
        if (!report.begin()) {
            report.end();
            return "NOT ASKED FOR";
        }
        try {
            return work();
        } catch (RuntimeException e) {
            report.fail(e);
            throw e;
        } finally {
            report.end();
        }
    }

    @Override
    public void stop() {
        stop.complete(null);
    }

    /** @return whether it should end as soon as can be */
    protected final boolean isStopped() {
        return stop.isDone();
    }

    /**
     * Waits for what may be long in coming, a server that hangs for example. Once the step is to stop nobody waits any
     * more: what comes later must be harmless.
     *
     * @return empty if the step is to stop
     */
    protected final <T> Optional<T> await(Supplier<T> answer) {
        return await(begin(answer));
    }

    /** Begins what is waited for later. */
    protected final <T> CompletableFuture<T> begin(Supplier<T> answer) {
        return CompletableFuture.supplyAsync(answer, waiting);
    }

    /** As with {@link #await(Supplier)}. */
    protected final <T> Optional<T> await(CompletableFuture<T> coming) {
        try {
            CompletableFuture.anyOf(coming, stop).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
        return isStopped() ? Optional.empty() : Optional.of(coming.join());
    }

    /** Whether to deal with that item; one that was skipped may need nothing any more by the time that it is tried again. */
    protected final boolean isAskedFor(String item) {
        return report.onlyItem().filter(only -> !only.equals(item)).isEmpty();
    }

    /**
     * Deals with one of many items: if that fails, the others need not wait for it.
     *
     * @param what how the item is found again
     * @return whether it succeeded
     */
    protected final boolean attempt(String what, Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            skipped++;
            if (skipped > MOST_SKIPPED || report.onlyItem().isPresent()) {
                throw e;
            }
            LOG.log(Level.WARNING, "Skipped " + what, e);
            report.skip(what, e);
            return false;
        }
    }

    /** @return for lines of administrators, such as "1 draft" or "2 drafts" */
    protected static String counted(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
