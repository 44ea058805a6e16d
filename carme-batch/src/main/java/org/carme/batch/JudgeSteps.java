package org.carme.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Last step of a job whose steps run whatever became of those before them: fails if any of them has failed. */
@Named
@Dependent
public class JudgeSteps extends Step {
    @Inject
    BatchJobs batchJobs;

    @Override
    protected String work() {
        List<String> failed = batchJobs.failedSteps(report.execution());
        if (!failed.isEmpty()) {
            throw new StepsFailedException(failed);
        }
        return "NONE FAILED";
    }
}
