package org.carme.executions;

import java.util.Optional;

/** What only the batch module can do. */
public interface Runner {
    /**
     * @return the execution that has begun, empty if one of that job runs
     * @throws ExecutionNotFoundException if there is no such job
     * @throws ExecutionConflictException if the one to restart belongs to another deployment
     */
    Optional<Long> launch(Launch launch);

    /** Stops it at once if it runs here; its portal sees the wish within seconds anyway. */
    void stopHere(long execution);

    /**
     * For one that does not run: it can never be restarted.
     *
     * @throws ExecutionConflictException if it does run, or belongs to another deployment
     */
    void abandon(long execution);
}
