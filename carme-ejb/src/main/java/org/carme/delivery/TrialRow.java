package org.carme.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** How many test messages somebody has had sent since when. */
@Entity
@Table(name = "delivery_tests")
class TrialRow {
    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    @Id
    @Column(name = "user_name")
    private String user;

    private Instant since;

    @Column(name = "tests")
    private int count;

    /** For JPA. */
    protected TrialRow() {}

    TrialRow(String user, Instant now) {
        this.user = user;
        this.since = now;
    }

    /** @throws TooManyTrialsException saying when the next is allowed */
    void countOne(Instant now) {
        if (!now.isBefore(since.plus(WITHIN))) {
            since = now;
            count = 0;
        }
        if (count >= MOST) {
            throw new TooManyTrialsException(Duration.between(now, since.plus(WITHIN)));
        }
        count++;
    }
}
