package org.carme.utilisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The transactions of the samples. They are thinned in parts, each a transaction that can be repeated. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Samples {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofDays(730);

    /** Rows of one length are kept for a time, then they become longer ones. */
    private record Thinning(Duration length, Duration kept, Duration longer, Duration part) {}

    private static final List<Thinning> THINNINGS = List.of(
            new Thinning(MINUTE, DAY, TEN_MINUTES, HOUR), new Thinning(TEN_MINUTES, Duration.ofDays(30), HOUR, DAY));

    @Inject
    UtilisationRepository repository;

    @Inject
    Snapshot snapshot;

    @Inject
    Clock clock;

    /**
     * Keeps what is known of this minute.
     *
     * @return whether anything is
     */
    boolean take() {
        SortedMap<String, Load> loads = snapshot.loads();
        repository.add(clock.instant().truncatedTo(ChronoUnit.MINUTES), loads);
        return !loads.isEmpty();
    }

    /**
     * Makes one hour of minutes, or one day of ten minutes, shorter, or removes what is too old for all.
     *
     * @return how many rows were removed, none if nothing is left to do
     */
    public int thin() {
        Instant now = clock.instant();
        for (Thinning thinning : THINNINGS) {
            int removed = thin(thinning, now.minus(thinning.kept()));
            if (removed > 0) {
                return removed;
            }
        }
        return repository.remove(HOUR, now.minus(KEPT));
    }

    private int thin(Thinning thinning, Instant before) {
        Instant end = begin(before, thinning.longer());
        return repository
                .oldest(thinning.length())
                .map(oldest -> begin(oldest, thinning.part()))
                .filter(begin -> begin.isBefore(end))
                .map(begin -> {
                    Instant partEnd = begin.plus(thinning.part()).isBefore(end) ? begin.plus(thinning.part()) : end;
                    repository.join(thinning.length(), thinning.longer(), begin, partEnd);
                    return repository.remove(thinning.length(), partEnd);
                })
                .orElse(0);
    }

    /** @return the begin of the step in which the time is, counted from the epoch as the database does */
    static Instant begin(Instant time, Duration step) {
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, step.toMillis()));
    }

    Map<String, List<Point>> read(Instant from, Instant to, Duration step) {
        return repository.read(from, to, step);
    }
}
