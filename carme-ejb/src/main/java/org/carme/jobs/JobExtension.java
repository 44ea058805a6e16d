package org.carme.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often a job was given more time, and the last time as long as the scheduler may not have it yet. */
@Embeddable
class JobExtension {
    @Column(name = "extensions", nullable = false)
    private int times;

    @Column(name = "extension_seconds")
    private Long pendingSeconds;

    @Column(name = "extension_sent_at")
    private Instant sentAt;

    /** For JPA, and for a job that was given none. */
    protected JobExtension() {}

    void begin(Duration by, Instant now) {
        times++;
        pendingSeconds = by.toSeconds();
        sentAt = now;
    }

    /** Notes an attempt before it is made. */
    void sending(Instant now) {
        sentAt = now;
    }

    void done() {
        pendingSeconds = null;
        sentAt = null;
    }

    void undone() {
        times--;
        done();
    }

    int times() {
        return times;
    }

    Optional<Duration> pending() {
        return Optional.ofNullable(pendingSeconds).map(Duration::ofSeconds);
    }
}
