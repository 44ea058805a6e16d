package org.carme.batch.accounting;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import org.carme.accounting.AccountingImport;
import org.carme.accounting.ImportPlan;
import org.carme.accounting.Imported;
import org.carme.batch.Step;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;

/** Imports window after window; ends when the present is reached, while the accounting is away, or if stopped. */
@Named
@Dependent
public class ImportRuns extends Step {
    private static final int MOST_DAYS = 400;

    @Inject
    AccountingImport accounting;

    @Inject
    @BatchProperty
    String days;

    @Override
    protected String work() {
        int read = 0;
        int changed = 0;
        ImportPlan plan = accounting.plan(back());
        Imported part = new Imported(plan.from(), 0, 0, false);
        try {
            Optional<Imported> next = next(part);
            while (next.isPresent()) {
                part = next.get();
                read += part.read();
                changed += part.changed();
                report.read(part.read());
                report.wrote(part.changed());
                next = next(part);
            }
        } catch (SchedulerException e) {
            if (e.kind() != Kind.UNREACHABLE) {
                throw e;
            }
            report.say("The accounting is away; the next run reads the rest");
            return "READ " + read + ", CHANGED " + changed + ", ACCOUNTING AWAY";
        }
        if (part.last()) {
            accounting.done(plan);
        }
        return "READ " + read + ", CHANGED " + changed;
    }

    private Optional<Imported> next(Imported before) {
        return before.last() || isStopped() ? Optional.empty() : await(() -> accounting.next(before.to()));
    }

    private Optional<Duration> back() {
        if (days == null || days.isBlank()) {
            return Optional.empty();
        }
        if (!days.matches("[0-9]{1,3}") || Integer.parseInt(days) > MOST_DAYS) {
            throw new IllegalArgumentException("days must be a whole number from 0 to " + MOST_DAYS);
        }
        return Optional.of(Duration.ofDays(Integer.parseInt(days)));
    }
}
