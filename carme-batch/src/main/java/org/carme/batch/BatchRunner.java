package org.carme.batch;

import java.util.Optional;
import org.carme.executions.Launch;
import org.carme.executions.Runner;

/** Lets services of other modules at the batch runtime. */
record BatchRunner(BatchJobs batchJobs) implements Runner {
    @Override
    public Optional<Long> launch(Launch launch) {
        return batchJobs.launch(launch);
    }

    @Override
    public void stopHere(long execution) {
        batchJobs.stopHere(execution);
    }

    @Override
    public void abandon(long execution) {
        batchJobs.abandon(execution);
    }
}
