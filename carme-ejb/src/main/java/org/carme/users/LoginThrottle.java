package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.carme.database.Retry;

/**
 * Slows guessing down: per account and address after 5 failures, per address after 30. An account cannot be locked by a
 * stranger elsewhere.
 */
@ApplicationScoped
class LoginThrottle {
    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final int LONGEST_ORIGIN = 200;

    @Inject
    UserRepository users;

    @Inject
    Clock clock;

    /** @throws LoginException while a further try has to wait */
    void requireFree(String name, String address) {
        Instant now = clock.instant();
        Duration wait = users.failure(origin(name, address))
                .map(failure -> failure.remaining(FREE_PER_ACCOUNT, now))
                .orElse(Duration.ZERO);
        Duration addressWait = users.failure(cut(address))
                .map(failure -> failure.remaining(FREE_PER_ADDRESS, now))
                .orElse(Duration.ZERO);
        Duration longer = wait.compareTo(addressWait) > 0 ? wait : addressWait;
        if (longer.compareTo(Duration.ZERO) > 0) {
            throw LoginException.throttled(longer);
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(String name, String address) {
        users.lockFailure(cut(address)).add(clock.instant());
        users.lockFailure(origin(name, address)).add(clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void succeeded(String name, String address) {
        users.removeFailure(origin(name, address));
    }

    private static String origin(String name, String address) {
        return cut(address + " " + name);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ORIGIN ? text : text.substring(0, LONGEST_ORIGIN);
    }

    /** Counts a failure even if another transaction counts one at the same time. */
    static void count(LoginThrottle throttle, String name, String address) {
        Retry.onConflict(() -> throttle.failed(name, address));
    }
}
