package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.quotas.SiteZone;

/** Keeps what was read. Each method is a transaction of its own, and begins with the lock that two imports share. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AccountingStore {
    /** Statements of a year, and of the month that goes on. */
    static final Duration REACH = Duration.ofDays(396);

    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    @Inject
    AccountingRepository rows;

    @Inject
    SiteZone site;

    @Inject
    Clock clock;

    /**
     * Where to begin: somewhat before the end of what is known, because records come late; once a day a week before. A
     * mark in the future was set by a wrong clock, and what ended since then may be missing.
     *
     * @param back how far to read again, if somebody has said so
     */
    ImportPlan plan(Optional<Duration> back) {
        AccountingMark mark = rows.lockMark();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant reach = now.minus(REACH);
        String today = LocalDate.ofInstant(now, site.zone()).toString();
        boolean isFirst = mark.importedUntil().equals(Instant.EPOCH);
        Instant known = mark.importedUntil().isAfter(now) ? now : mark.importedUntil();
        if (!isFirst && !mark.zone().equals(site.zone().getId())) {
            rows.due(
                    reaching(now).datesUntil(LocalDate.parse(today).plusDays(1)).collect(Collectors.toSet()));
        }
        rows.keep(mark.until(known).in(site.zone().getId()));
        boolean looksBack = !mark.lookedBackOn().equals(today);
        Instant from = known.minus(back.orElse(looksBack ? LOOK_BACK : OVERLAP));
        return new ImportPlan(
                isFirst || from.isBefore(reach) ? reach : from, known, looksBack ? today : mark.lookedBackOn());
    }

    /** @return the first day that is summed up in full */
    private LocalDate reaching(Instant now) {
        return LocalDate.ofInstant(now.minus(REACH), site.zone()).plusDays(1);
    }

    AccountingMark mark() {
        return rows.mark();
    }

    /**
     * Keeps some runs, and notes the days that they change.
     *
     * @return how many were new or different
     */
    int keep(List<AccountedUse> uses) {
        AccountingMark mark = rows.lockMark();
        Map<AccountedUse.Key, AccountedUse> read = new LinkedHashMap<>();
        uses.forEach(use -> read.put(use.key(), use));
        Map<AccountedUse.Key, AccountedUse> kept =
                rows.withIds(read.keySet().stream().map(AccountedUse.Key::jobId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(AccountedUse::key, Function.identity()));
        List<AccountedUse> news = new ArrayList<>();
        List<AccountedUse> different = new ArrayList<>();
        read.values().stream().filter(use -> !kept.containsKey(use.key())).forEach(news::add);
        read.values().stream()
                .filter(use -> kept.containsKey(use.key()))
                .map(use -> use.over(kept.get(use.key())))
                .filter(use -> !use.equals(kept.get(use.key())))
                .forEach(different::add);
        rows.add(news);
        different.forEach(rows::change);
        List<AccountedUse> touched = new ArrayList<>(news);
        touched.addAll(different);
        long longest = touched.stream().mapToLong(AccountedUse::millis).max().orElse(0);
        rows.keep(mark.withRunOf(Duration.ofMillis(longest)));
        different.forEach(use -> touched.add(kept.get(use.key())));
        rows.due(days(touched));
        return news.size() + different.size();
    }

    private Set<LocalDate> days(List<AccountedUse> uses) {
        LocalDate first = reaching(clock.instant());
        Set<LocalDate> days = new HashSet<>();
        uses.forEach(use -> use.days(site.zone(), first).forEach(days::add));
        return days;
    }

    /** All that ended until then is kept. */
    void reached(Instant when, Duration nextWindow) {
        AccountingMark mark = rows.lockMark();
        Instant known = mark.importedUntil().isAfter(when) ? mark.importedUntil() : when;
        rows.keep(mark.until(known).reading(nextWindow));
    }

    /** The next attempt reads so much at once. */
    void nextWindow(Duration window) {
        rows.keep(rows.lockMark().reading(window));
    }

    /** An import has come to the present. */
    void done(ImportPlan plan) {
        rows.keep(rows.lockMark().lookedBack(plan.lookedBackOn()));
    }

    /** @return how many runs were removed that are in no statement; none if nothing is left */
    int purge(int most) {
        return rows.removeEndedBefore(clock.instant().minus(REACH).minus(LOOK_BACK), most);
    }
}
