package org.carme.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

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

    private volatile boolean stopped;
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
        stopped = true;
    }

    /** @return whether it should end as soon as can be */
    protected final boolean isStopped() {
        return stopped;
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
}
