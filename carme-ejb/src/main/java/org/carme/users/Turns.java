package org.carme.users;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One login after the other for each account: a throttle that looks at what has failed could be passed by many guesses
 * at the same moment.
 */
final class Turns {
    private static final int STRIPES = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    /** @throws LoginException if it is still not the caller's turn after ten seconds */
    <T> T take(String key, Supplier<T> action) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
        if (!isMine(lock)) {
            throw LoginException.throttled(PATIENCE);
        }
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isMine(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
