package org.carme.batch.canary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.batch.Step;
import org.carme.canary.CanaryRuns;

/** One self-test, or none if another portal is at it. */
@Named
@Dependent
public class RunSelfTest extends Step {
    @Inject
    CanaryRuns canary;

    @Override
    protected String work() {
        return canary.areOn() ? canary.run(this::isStopped) : "OFF";
    }
}
