package org.carme.agents.pki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A TLS context whose identity is replaced long before it expires, without anybody noticing. */
final class RenewedContext {
    static final Duration LIFE = Duration.ofDays(30);
    private static final Duration RENEWED_AFTER = LIFE.dividedBy(2);

    private record Current(SSLContext context, Instant renewAt) {}

    private final Clock clock;
    private final Function<Instant, SSLContext> issue;
    private volatile Current current;

    /** @param issue makes a context that is good until the given time */
    RenewedContext(Clock clock, Function<Instant, SSLContext> issue) {
        this.clock = clock;
        this.issue = issue;
    }

    SSLContext get() {
        Current known = current;
        Instant now = clock.instant();
        return known != null && now.isBefore(known.renewAt()) ? known.context() : renewed(now);
    }

    private synchronized SSLContext renewed(Instant now) {
        if (current == null || !now.isBefore(current.renewAt())) {
            current = new Current(issue.apply(now.plus(LIFE)), now.plus(RENEWED_AFTER));
        }
        return current.context();
    }
}
