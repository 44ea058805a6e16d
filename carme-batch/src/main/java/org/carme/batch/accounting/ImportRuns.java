package org.carme.batch.accounting;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.carme.accounting.AccountedWindow;
import org.carme.accounting.AccountingImport;
import org.carme.accounting.ImportPlan;
import org.carme.batch.Step;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;

/**
 * Imports window after window; ends when the present is reached, while the accounting is away, or if stopped. It fails
 * once the accounting has been away for long. A run that cannot be kept is skipped.
 */
@Named
@Dependent
public class ImportRuns extends Step {
    private static final int MOST_DAYS = 400;

    @Inject
    AccountingImport accounting;

    @Inject
    Clock clock;

    @Inject
    @BatchProperty
    String days;

    private int read;
    private int changed;
    private long daysLeft;

    @Override
    protected String work() {
        return report.onlyItem().map(this::again).orElseGet(this::all);
    }

    private String again(String run) {
        changed = accounting.keepAgain(run);
        report.wrote(changed);
        return done();
    }

    private String all() {
        ImportPlan plan = accounting.plan(back());
        daysLeft = daysSince(plan.from());
        report.outOf(daysLeft);
        try {
            if (isComplete(plan)) {
                accounting.done(plan);
            }
        } catch (SchedulerException e) {
            accounting.askForLess();
            if (e.kind() != Kind.UNREACHABLE) {
                throw e;
            }
            report.say("The accounting is away; the next run reads the rest");
            if (accounting.isStuck(plan)) {
                throw e;
            }
            return done() + ", ACCOUNTING AWAY";
        }
        return done();
    }

    private String done() {
        return "READ " + read + ", CHANGED " + changed;
    }

    /** While a window is kept, the next one is read: the accounting and the database take about the same time. */
    private boolean isComplete(ImportPlan plan) {
        Optional<AccountedWindow> next = await(() -> accounting.first(plan.from()));
        while (next.isPresent()) {
            AccountedWindow window = next.get();
            if (window.last()) {
                keep(window);
                return true;
            }
            CompletableFuture<AccountedWindow> reading = begin(() -> accounting.after(window));
            keep(window);
            next = await(reading);
        }
        return false;
    }

    private void keep(AccountedWindow window) {
        int news = accounting.keep(window, report::skip);
        read += window.runs().size();
        changed += news;
        report.read(window.runs().size());
        report.wrote(news);
        long left = window.last() ? 0 : Math.min(daysLeft, daysSince(window.to()));
        report.done(daysLeft - left);
        daysLeft = left;
    }

    /** Days that have only begun count. */
    private long daysSince(Instant time) {
        return Duration.between(time, clock.instant())
                .plusDays(1)
                .minusSeconds(1)
                .toDays();
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
