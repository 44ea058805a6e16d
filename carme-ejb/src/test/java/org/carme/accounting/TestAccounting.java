package org.carme.accounting;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerJob;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.jobs.JobRegistry;
import org.carme.quotas.SiteZone;
import org.carme.templates.Charge;

/** The import and what it leads to, on a real database, of which every call of the store is a transaction. */
final class TestAccounting {
    static final String ZONE = "Europe/Berlin";

    private final TestDatabase database;
    private final Clock clock;
    private final List<String> skipped = new ArrayList<>();
    private Optional<String> refused = Optional.empty();
    private SiteZone site = SiteZone.of(ZONE);

    TestAccounting(TestDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return what the imports have gone on without */
    List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** A run of that number cannot be kept. */
    void refuse(String job) {
        refused = Optional.of(job);
    }

    void moveTo(String zone) {
        site = SiteZone.of(zone);
    }

    /** @param charge of jobs by their tag; of those without one Carme knows nothing */
    AccountingImport imports(Scheduler scheduler, Function<String, Optional<Charge>> charge) {
        AccountingImport imports = new AccountingImport();
        imports.scheduler = scheduler;
        imports.clock = clock;
        imports.store = new Store();
        imports.registry = new JobRegistry() {
            @Override
            public List<Optional<Charge>> charges(List<SchedulerJob> reported) {
                return reported.stream().map(job -> charge.apply(job.tag())).toList();
            }
        };
        return imports;
    }

    /** As the batch job does: imports until the present is reached, a read ahead of what is kept, and sums up. */
    int run(AccountingImport imports, Optional<Duration> back) {
        ImportPlan plan = imports.plan(back);
        int changed = 0;
        try {
            AccountedWindow window = imports.first(plan.from());
            while (!window.last()) {
                AccountedWindow next = imports.after(window);
                changed += imports.keep(window, (run, why) -> skipped.add(run));
                window = next;
            }
            changed += imports.keep(window, (run, why) -> skipped.add(run));
        } catch (SchedulerException e) {
            imports.askForLess();
            throw e;
        }
        imports.done(plan);
        sumUp();
        return changed;
    }

    /** @return the days that were summed up */
    List<LocalDate> sumUp() {
        List<LocalDate> days = new ArrayList<>();
        Optional<LocalDate> day = dueAfter(LocalDate.EPOCH);
        while (day.isPresent()) {
            LocalDate due = day.get();
            Retry.onConflict(() -> ask(own -> {
                days(own).sumUp(due);
                return true;
            }));
            days.add(due);
            day = dueAfter(due);
        }
        return days;
    }

    private Optional<LocalDate> dueAfter(LocalDate day) {
        return ask(own -> days(own).dueAfter(day));
    }

    private UsageDays days(EntityManager own) {
        UsageDays days = new UsageDays();
        days.runs = new AccountingRepository(own);
        days.days = new UsageDayRepository(own);
        days.site = site;
        days.clock = clock;
        return days;
    }

    Statement statement(YearMonth month) {
        return ask(own -> new Statement(
                month, Optional.empty(), new UsageDayRepository(own).month(month, Optional.empty(), Optional.empty())));
    }

    AccountingMark mark() {
        return ask(own -> new AccountingRepository(own).mark());
    }

    <T> T ask(Function<EntityManager, T> question) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> question.apply(own));
        }
    }

    private final class Store extends AccountingStore {
        private <T> T with(Function<AccountingStore, T> verb) {
            return ask(own -> {
                AccountingStore store = new AccountingStore();
                store.rows = new AccountingRepository(own);
                store.site = TestAccounting.this.site;
                store.clock = TestAccounting.this.clock;
                return verb.apply(store);
            });
        }

        private void run(Consumer<AccountingStore> verb) {
            with(store -> {
                verb.accept(store);
                return true;
            });
        }

        @Override
        ImportPlan plan(Optional<Duration> back) {
            return with(store -> store.plan(back));
        }

        @Override
        AccountingMark mark() {
            return with(AccountingStore::mark);
        }

        @Override
        int keep(List<AccountedUse> uses) {
            if (uses.stream()
                    .anyMatch(use -> refused.filter(use.key().jobId()::equals).isPresent())) {
                throw new IllegalStateException("as the test wants it");
            }
            return with(store -> store.keep(uses));
        }

        @Override
        void reached(Instant when, Duration nextWindow) {
            run(store -> store.reached(when, nextWindow));
        }

        @Override
        void nextWindow(Duration window) {
            run(store -> store.nextWindow(window));
        }

        @Override
        void done(ImportPlan plan) {
            run(store -> store.done(plan));
        }
    }
}
