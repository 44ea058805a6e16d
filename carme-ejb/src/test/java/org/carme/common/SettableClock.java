package org.carme.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on only when the test says so. */
public final class SettableClock extends Clock {
    private volatile Instant now;

    /** Begins at a noon that no test depends on. */
    public SettableClock() {
        this(Instant.parse("2026-03-01T12:00:00Z"));
    }

    private SettableClock(Instant start) {
        now = start;
    }

    /** Begins with the present, for what goes by the machine's clock, too: TLS. */
    public static SettableClock atPresent() {
        return new SettableClock(Clock.systemUTC().instant());
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
