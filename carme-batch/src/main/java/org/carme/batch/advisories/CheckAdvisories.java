package org.carme.batch.advisories;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.advisories.AdvisoryChecks;
import org.carme.batch.Step;

/** One check of all images, or none if another portal is at it. */
@Named
@Dependent
public class CheckAdvisories extends Step {
    @Inject
    AdvisoryChecks checks;

    private int told;

    @Override
    protected String work() {
        return checks.run(this::isStopped, this::tell, report::say);
    }

    private void tell(int read) {
        report.read(read - told);
        told = read;
    }
}
