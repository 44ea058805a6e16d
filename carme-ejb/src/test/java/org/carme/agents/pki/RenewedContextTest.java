package org.carme.agents.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.Test;

class RenewedContextTest {
    private final SettableClock clock = new SettableClock();
    private final List<Instant> issuedUntil = new ArrayList<>();
    private final RenewedContext context = new RenewedContext(clock, this::issue);

    @Test
    void renewsLongBeforeTheEnd() {
        Instant start = clock.instant();
        SSLContext first = context.get();
        clock.forward(Duration.ofDays(14));
        assertThat(context.get()).isSameAs(first);
        clock.forward(Duration.ofDays(1));
        assertThat(context.get()).isNotSameAs(first);

        assertThat(issuedUntil).containsExactly(start.plus(Duration.ofDays(30)), start.plus(Duration.ofDays(45)));
    }

    private SSLContext issue(Instant until) {
        issuedUntil.add(until);
        try {
            return SSLContext.getInstance("TLS");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
