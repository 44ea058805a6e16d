package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.carme.database.AfterCommit;

/**
 * Wakes the one execution of {@code submit-jobs}: the batch module registers how to start it, services raise it after
 * the commit of an intent. A raise that comes while the execution is about to end is never missed, because both ends
 * decide under one monitor. It guards no data: a raise that is lost with the process costs time only, since what waits is
 * looked for every few seconds and raises it again; and of two executions each sends what the other has not claimed.
 */
@ApplicationScoped
public class SubmissionSignal {
    /** Longer than a claim takes: an execution that has shown nothing for so long has died, perhaps before its first step. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    @Inject
    AfterCommit afterCommit;

    private final LongSupplier nanos;
    private Runnable starter = () -> {};
    private boolean draining;
    private boolean raised;
    private long lastSign;

    public SubmissionSignal() {
        this(System::nanoTime);
    }

    SubmissionSignal(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The batch module says how an execution is started; starting must not block. */
    public synchronized void startWith(Runnable how) {
        starter = how;
    }

    /** There is something to send: starts an execution unless one is draining and alive. */
    public synchronized void raise() {
        raised = true;
        notifyAll();
        if (!draining || nanos.getAsLong() - lastSign > SILENCE.toNanos()) {
            draining = true;
            goesOn();
            starter.run();
        }
    }

    /** The execution that drains is alive. */
    public synchronized void goesOn() {
        lastSign = nanos.getAsLong();
    }

    void raiseAfterCommit() {
        afterCommit.run(this::raise);
    }

    /**
     * Waits for more to send.
     *
     * @return false: nothing came, and the caller's execution no longer counts as draining
     */
    public synchronized boolean awaitMore(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            long left = patience.toNanos();
            while (!raised && left > 0) {
                wait(Math.max(1, left / 1_000_000));
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        goesOn();
        draining = raised;
        raised = false;
        return draining;
    }

    /** The execution could not be started or has died: the next raise starts another. */
    public synchronized void drained() {
        draining = false;
    }
}
