package org.carme.accounting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.Allotment;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.common.SettableClock;

/** An accounting with a record for every run. */
final class Ledger extends FakeScheduler {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<AccountedRun> runs = new ArrayList<>();
    private int answers = Integer.MAX_VALUE;
    private int questions;

    Ledger() {
        super(new SettableClock());
    }

    /** After so many answers it is away, in the middle of the next one. */
    synchronized void failAfter(int number) {
        answers = number;
    }

    synchronized int questions() {
        return questions;
    }

    synchronized void add(AccountedRun run) {
        runs.add(run);
    }

    /** Bob's, which had two a100 and four CPUs for an hour. */
    static AccountedRun run(String id, Instant end) {
        return run(id, end.minus(HOUR), end, "");
    }

    static AccountedRun run(String id, Instant start, Instant end, String tag) {
        return of(new Sender(id, "bob", tag), start, end, new Allotment("lab", 1, 1, 4, 0, Map.of("a100", 2)));
    }

    /** Which job, and whose. */
    record Sender(String id, String user, String tag) {}

    static AccountedRun of(Sender sender, Instant start, Instant end, Allotment allotment) {
        return new AccountedRun(
                "carme",
                new SchedulerJob(
                        sender.id(),
                        sender.user(),
                        "job",
                        sender.tag(),
                        "gpu",
                        SchedulerState.UNKNOWN,
                        "",
                        List.of("node01"),
                        Optional.of(start.minusSeconds(60)),
                        Optional.of(start),
                        Optional.empty(),
                        Optional.of(end),
                        Optional.of(HOUR),
                        Optional.empty(),
                        0,
                        0,
                        allotment));
    }

    @Override
    public synchronized void ended(Instant from, Instant to, Consumer<AccountedRun> each) {
        questions++;
        List<AccountedRun> within = runs.stream()
                .filter(run -> !end(run).isBefore(from) && end(run).isBefore(to))
                .toList();
        if (answers == 0) {
            within.stream().limit(1).forEach(each);
            throw new SchedulerException(Kind.UNREACHABLE, "slurmdbd does not answer", null);
        }
        answers--;
        within.forEach(each);
    }

    private static Instant end(AccountedRun run) {
        return run.job().endsAt().orElseThrow();
    }
}
