package org.carme.canary;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Where a self-test runs: it has threads for what may hang, hears a stop, and is told how far the test is. */
public interface CanaryHost {
    /** @return whether the test is to end as soon as can be */
    boolean isStopped();

    /** Begins what may be long in coming: an answer of Slurm or of the gateway. */
    CompletableFuture<Boolean> begin(Supplier<Boolean> attempt);

    /** Waits until that is done, or the test is to end; it must be harmless late. */
    void await(Runnable action);

    /** That stage begins. */
    void begins(Stage stage);

    /** That stage has come to its end. */
    void passed(Stage stage, Duration time);

    /**
     * That stage has not come to its end.
     *
     * @param why what was last seen of it; may be empty
     */
    void failed(Stage stage, Duration time, String why);
}
