package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.batch.Step;
import org.carme.jobs.Extensions;

/** Sets again the time limits of which nobody knows whether the scheduler has them. */
@Named
@Dependent
public class RepeatExtensions extends Step {
    @Inject
    Extensions extensions;

    @Override
    protected String work() {
        int extended = extensions.repeat(this::isStopped);
        report.wrote(extended);
        return "EXTENDED " + extended;
    }
}
