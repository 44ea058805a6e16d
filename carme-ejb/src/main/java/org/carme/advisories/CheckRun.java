package org.carme.advisories;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.carme.database.Retry;

/**
 * One check. What it finds it writes down in parts that nobody sees, and shows all of it in one short transaction at the
 * end. Whenever it dies, readers see what the check before has found, and the next one begins anew.
 */
final class CheckRun {
    private static final int KEPT_AT_ONCE = 100;
    private static final int MOST_MATCHES_AT_ONCE = 2_000;
    private static final long SIGN_OF_LIFE_MILLIS = 2_000;

    private final CheckStore store;
    private final long check;
    private final Clock clock;
    private final BooleanSupplier stopped;
    private final IntConsumer progress;
    private final Tally tally = new Tally();
    private final List<OsvAdvisory> waiting = new ArrayList<>();
    private Instant seen;

    CheckRun(CheckStore store, long check, Clock clock, BooleanSupplier stopped, IntConsumer progress) {
        this.store = store;
        this.check = check;
        this.clock = clock;
        this.stopped = stopped;
        this.progress = progress;
        this.seen = clock.instant();
    }

    /** @throws CheckLostException if it was stopped or taken for dead */
    void check(Path folder) {
        goOn();
        while (Retry.onConflict(() -> store.removeOld(check, tally))) {
            goOn();
        }
        new AdvisoryFolder(folder, installed(), tally, clock.instant()).read(this::found, this::showLife);
        keep();
        Optional<Long> place = Optional.of(0L);
        while (place.isPresent()) {
            long after = place.get();
            goOn();
            place = Retry.onConflict(() -> store.compare(check, after, tally));
        }
        place = Optional.of(0L);
        while (place.isPresent()) {
            long after = place.get();
            goOn();
            place = Retry.onConflict(() -> store.count(check, after, tally));
        }
        CheckRepository.News news = store.news(check);
        Retry.onConflict(() -> store.publish(news, tally));
    }

    private void goOn() {
        if (isStopped()) {
            throw new CheckLostException();
        }
    }

    private InstalledPackages installed() {
        InstalledPackages installed = new InstalledPackages();
        List<Object[]> part = store.installed(0);
        while (!part.isEmpty()) {
            part.forEach(row -> installed.add(((Number) row[0]).longValue(), (String) row[1]));
            part = store.installed(((Number) part.get(part.size() - 1)[0]).longValue());
        }
        return installed;
    }

    private void found(OsvAdvisory advisory) {
        waiting.add(advisory);
        int matches = waiting.stream().mapToInt(one -> one.matches().size()).sum();
        if (waiting.size() == KEPT_AT_ONCE || matches >= MOST_MATCHES_AT_ONCE) {
            keep();
        }
    }

    private void showLife() {
        if (seen.plusMillis(SIGN_OF_LIFE_MILLIS).isBefore(clock.instant())) {
            keep();
        }
    }

    private void keep() {
        goOn();
        Retry.onConflict(() -> store.keep(check, waiting, tally));
        waiting.clear();
        progress.accept(tally.read());
        seen = clock.instant();
    }

    boolean isStopped() {
        return stopped.getAsBoolean();
    }

    long number() {
        return check;
    }

    Tally tally() {
        return tally;
    }
}
