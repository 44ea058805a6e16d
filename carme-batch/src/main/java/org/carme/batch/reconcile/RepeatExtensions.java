package org.carme.batch.reconcile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.batch.Step;
import org.carme.jobs.ExtensionException;
import org.carme.jobs.Extensions;
import org.carme.jobs.JobSummary;

/**
 * Sets again the time limits of which nobody knows whether the scheduler has them. What comes late after a stop is kept as
 * ever: the attempts were noted before.
 */
@Named
@Dependent
public class RepeatExtensions extends Step {
    @Inject
    Extensions extensions;

    private int extended;

    @Override
    protected String work() {
        for (JobSummary job : extensions.claimUncertain(job -> isAskedFor(name(job)))) {
            if (isStopped()) {
                break;
            }
            attempt(name(job), () -> repeat(job));
        }
        return "EXTENDED " + extended;
    }

    private static String name(JobSummary job) {
        return Long.toString(job.id().value());
    }

    /** What the scheduler refuses is dealt with, so that nobody has to try it again. */
    private void repeat(JobSummary job) {
        try {
            if (await(() -> extensions.repeat(job)).orElse(false)) {
                extended++;
                report.wrote(1);
            }
        } catch (ExtensionException refused) {
            report.say("Job " + name(job) + " gets no more time: " + refused.getMessage());
        }
    }
}
