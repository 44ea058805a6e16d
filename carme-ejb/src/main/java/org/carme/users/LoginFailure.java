package org.carme.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Failed logins from one place: every one above the free ones doubles the wait. */
@Entity
@Table(name = "login_failures")
class LoginFailure {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 9;

    @Id
    private String origin;

    private int failures;

    @Column(name = "last_failed_at")
    private Instant lastFailedAt;

    /** For JPA. */
    protected LoginFailure() {}

    LoginFailure(String origin) {
        this.origin = origin;
        this.lastFailedAt = Instant.EPOCH;
    }

    void add(Instant now) {
        failures = lastFailedAt.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : failures + 1;
        lastFailedAt = now;
    }

    /** @return how long to wait from now on, zero or negative if nothing stands in the way */
    Duration remaining(int free, Instant now) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return Duration.between(now, lastFailedAt.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }
}
