package org.carme.batch.advisories;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.advisories.AdvisoryChecks;
import org.carme.batch.Step;

/** One check of all images, or none if another portal is at it. The disk with the advisories may hang. */
@Named
@Dependent
public class CheckAdvisories extends Step {
    @Inject
    AdvisoryChecks checks;

    private volatile int told;

    @Override
    protected String work() {
        return await(() -> checks.run(this::isStopped, this::tell, this::say)).orElseGet(this::giveUp);
    }

    private void tell(int read) {
        if (!isStopped()) {
            report.read(read - told);
            told = read;
        }
    }

    private void say(String line) {
        if (!isStopped()) {
            report.say(line);
        }
    }

    private String giveUp() {
        report.say("Stopped; advisories read: " + told);
        return "STOPPED";
    }
}
