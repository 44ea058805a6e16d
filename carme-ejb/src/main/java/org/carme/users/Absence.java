package org.carme.users;

import com.unboundid.ldap.sdk.LDAPException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Since when the directory does not answer. Meanwhile only one question in a few seconds waits for it in vain. */
final class Absence {
    private static final Logger LOG = System.getLogger(Absence.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final AtomicReference<Optional<Period>> period = new AtomicReference<>(Optional.empty());
    private final Clock clock;

    Absence(Clock clock) {
        this.clock = clock;
    }

    private record Period(Instant since, Instant askAgainAt) {}

    /** @return whether the caller should ask the directory: always, unless it was found away just now */
    boolean isWorthAsking() {
        Optional<Period> present = period.get();
        if (present.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        return !now.isBefore(present.get().askAgainAt())
                && period.compareAndSet(
                        present, Optional.of(new Period(present.get().since(), now.plus(PAUSE))));
    }

    /** A question failed. */
    void note(LDAPException failure) {
        if (failure.getResultCode().isConnectionUsable()) {
            LOG.log(Level.WARNING, "The directory refuses to answer: {0}", failure.getMessage());
            return;
        }
        Instant now = clock.instant();
        Optional<Period> former = period.getAndUpdate(
                present -> Optional.of(new Period(present.map(Period::since).orElse(now), now.plus(PAUSE))));
        if (former.isEmpty()) {
            LOG.log(Level.WARNING, "The directory does not answer: {0}", failure.getMessage());
        }
    }

    /** A question was answered. */
    void end() {
        period.getAndSet(Optional.empty())
                .ifPresent(over -> LOG.log(Level.INFO, "The directory answers again; away since {0}", over.since()));
    }

    Optional<Instant> since() {
        return period.get().map(Period::since);
    }
}
