package org.carme.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How often logins of one origin have failed since one succeeded; time forgives. */
@Entity
@Table(name = "login_failures")
class LoginOrigin {
    private static final int MOST_DOUBLINGS = 16;

    @Id
    private String origin;

    private int failures;

    @Column(name = "last_failed_at")
    private Instant lastTriedAt;

    /** For JPA. */
    protected LoginOrigin() {}

    LoginOrigin(String origin, Instant now) {
        this.origin = origin;
        this.lastTriedAt = now;
    }

    /**
     * What is allowed before a wait is demanded.
     *
     * @param free failures without a wait; each further one doubles it
     * @param longest wait ever demanded
     * @param forgivenAfter the time after which one failure is forgotten
     */
    record Limit(int free, Duration longest, Duration forgivenAfter) {}

    /** @return whether this minute has not seen a failure from here yet */
    boolean isFirstOfMinute(Instant now) {
        return failures == 0
                || !lastTriedAt.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
    }

    void failed(Limit limit, Instant now) {
        failures = remembered(limit, now) + 1;
        lastTriedAt = now;
    }

    void succeeded(Instant now) {
        failures = 0;
        lastTriedAt = now;
    }

    /** @return whether the last login from here has succeeded */
    boolean isTrusted() {
        return failures == 0;
    }

    /** @return how long to wait from now on, zero or negative if nothing stands in the way */
    Duration remainingWait(Limit limit, Instant now) {
        int above = remembered(limit, now) - limit.free();
        if (above < 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(above, MOST_DOUBLINGS));
        return Duration.between(now, lastTriedAt.plus(wait.compareTo(limit.longest()) < 0 ? wait : limit.longest()));
    }

    private int remembered(Limit limit, Instant now) {
        long forgiven = Duration.between(lastTriedAt, now).dividedBy(limit.forgivenAfter());
        return (int) Math.max(0, failures - Math.max(0, forgiven));
    }
}
