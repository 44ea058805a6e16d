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

    private int done;

    @Override
    protected String work() {
        report.onlyItem().map(LocalDate::parse).ifPresentOrElse(this::sumUp, this::sumUpAll);
        return "SUMMED UP " + done;
    }

    private void sumUpAll() {
        Optional<LocalDate> day = days.dueAfter(LocalDate.EPOCH);
        while (day.isPresent() && !isStopped()) {
            sumUp(day.get());
            day = days.dueAfter(day.get());
        }
    }

    /** One that cannot be summed up stays due. */
    private void sumUp(LocalDate day) {
        attempt(day.toString(), () -> {
            Retry.onConflict(() -> days.sumUp(day));
            done++;
            report.wrote(1);
        });
    }
}
