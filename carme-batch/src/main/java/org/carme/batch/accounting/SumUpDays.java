package org.carme.batch.accounting;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;
import org.carme.accounting.UsageDays;
import org.carme.database.Retry;

/** Sums up day after day, one transaction each; ends when none is due, or if stopped. */
@Named
@Dependent
public class SumUpDays extends AbstractBatchlet {
    @Inject
    UsageDays days;

    private volatile boolean stopped;

    @Override
    public String process() {
        int done = 0;
        Optional<LocalDate> day = next();
        while (day.isPresent()) {
            done++;
            day = next();
        }
        return "SUMMED UP " + done;
    }

    private Optional<LocalDate> next() {
        return stopped ? Optional.empty() : Retry.onConflict(days::sumUpNext);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
