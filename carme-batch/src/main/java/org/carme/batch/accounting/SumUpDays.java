package org.carme.batch.accounting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;
import org.carme.accounting.UsageDays;
import org.carme.batch.Step;
import org.carme.database.Retry;

/** Sums up day after day, one transaction each; ends when none is due, or if stopped. */
@Named
@Dependent
public class SumUpDays extends Step {
    @Inject
    UsageDays days;

    @Override
    protected String work() {
        int done = 0;
        Optional<LocalDate> day = next();
        while (day.isPresent()) {
            done++;
            report.wrote(1);
            day = next();
        }
        return "SUMMED UP " + done;
    }

    private Optional<LocalDate> next() {
        return isStopped() ? Optional.empty() : Retry.onConflict(days::sumUpNext);
    }
}
