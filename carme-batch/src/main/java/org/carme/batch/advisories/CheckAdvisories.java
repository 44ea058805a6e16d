package org.carme.batch.advisories;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.advisories.AdvisoryChecks;

/** One check of all images, or none if another portal is at it. */
@Named
@Dependent
public class CheckAdvisories extends AbstractBatchlet {
    @Inject
    AdvisoryChecks checks;

    private volatile boolean stopped;

    @Override
    public String process() {
        return checks.run(() -> stopped);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
