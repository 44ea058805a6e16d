package org.carme.agents.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class RenewedContextTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private Instant now = START;
    private final List<Instant> issuedUntil = new ArrayList<>();
    private final RenewedContext context = new RenewedContext(new Settable(), this::issue);

    @Test
    void renewsLongBeforeTheEnd() {
        SSLContext first = context.get();
        now = START.plus(Duration.ofDays(14));
        assertThat(context.get()).isSameAs(first);
        now = START.plus(Duration.ofDays(15));
        assertThat(context.get()).isNotSameAs(first);

        assertThat(issuedUntil).containsExactly(START.plus(Duration.ofDays(30)), START.plus(Duration.ofDays(45)));
    }

    private SSLContext issue(Instant until) {
        issuedUntil.add(until);
        try {
            return SSLContext.getInstance("TLS");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Settable extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
