package org.carme.batch.reconcile;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.jobs.Extensions;

/** Sets again the time limits of which nobody knows whether the scheduler has them. */
@Named
@Dependent
public class RepeatExtensions extends AbstractBatchlet {
    @Inject
    Extensions extensions;

    @Override
    public String process() {
        return "EXTENDED " + extensions.repeat();
    }
}
