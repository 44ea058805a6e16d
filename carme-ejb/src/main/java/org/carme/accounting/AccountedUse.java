package org.carme.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.SchedulerJob;
import org.carme.outside.OutsideRun;
import org.carme.templates.Charge;

/**
 * What is kept of a run.
 *
 * @param project slug of the project that it is charged to, empty if none
 * @param group that it is charged to, empty if none
 * @param acceleratorType of several types the one of which it had most; empty without accelerators
 */
record AccountedUse(
        Key key,
        String owner,
        String account,
        String partition,
        String project,
        String group,
        String acceleratorType,
        long accelerators,
        long cpus,
        Instant startedAt,
        Instant endedAt) {
    private static final int MOST_CPUS = 10_000_000;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.@-]{1,64}");

    /** As the accounting itself knows a run: it gives ids twice, and a job that is put back is submitted again. */
    record Key(String jobId, Instant submittedAt, String cluster) {}

    /**
     * @return empty for what is nobody's use: of root, of a name that no account can have, or never begun
     * @throws UnusableRunException if it makes no sense
     */
    static Optional<AccountedUse> of(AccountedRun run, Optional<Charge> charge) {
        SchedulerJob job = run.job();
        if (!ClusterUser.isUserName(job.user())
                || job.startedAt().isEmpty()
                || job.endsAt().isEmpty()) {
            return Optional.empty();
        }
        OutsideRun has = OutsideRun.of(job)
                .orElseThrow(() -> new UnusableRunException("It has no number, or was never submitted"));
        Instant started = job.startedAt().get();
        Instant ended = job.endsAt().get();
        if (ended.isBefore(started)) {
            throw new UnusableRunException("It ended at " + ended + ", before it began at " + started);
        }
        return Optional.of(new AccountedUse(
                new Key(has.key().slurmJobId(), has.key().submittedAt(), word(run.cluster())),
                has.owner(),
                has.account(),
                word(job.partition()),
                charge.filter(Charge::isProject).map(Charge::name).orElse(""),
                charge.filter(to -> !to.isProject()).map(Charge::name).orElse(""),
                has.acceleratorType(),
                has.accelerators(),
                Math.min(job.allotment().cpus(), MOST_CPUS),
                started,
                ended));
    }

    private static String word(String text) {
        return WORD.matcher(text).matches() ? text : "";
    }

    /**
     * What this reading of a run that is kept adds to it. Once its name is forgotten nothing leads from the scheduler's
     * record to the job that said who is charged.
     */
    AccountedUse over(AccountedUse kept) {
        return owner.equals(kept.owner)
                ? this
                : new AccountedUse(
                        key,
                        kept.owner,
                        account,
                        partition,
                        kept.project,
                        kept.group,
                        acceleratorType,
                        accelerators,
                        cpus,
                        startedAt,
                        endedAt);
    }

    long millis() {
        return endedAt.toEpochMilli() - startedAt.toEpochMilli();
    }

    /** @return the days in which it ran, those before the first one left out */
    Stream<LocalDate> days(ZoneId zone, LocalDate first) {
        LocalDate from = startedAt.atZone(zone).toLocalDate();
        LocalDate to = endedAt.atZone(zone).toLocalDate();
        LocalDate begin = from.isBefore(first) ? first : from;
        return to.isBefore(begin) ? Stream.empty() : begin.datesUntil(to.plusDays(1));
    }
}
