package org.carme.schedules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** When one job is started next, and what is awaited of the last time. */
@Entity
@Table(name = "batch_fires")
class FireRow {
    @Id
    private String job;

    private String rule;

    @Column(name = "next_at")
    private Instant next;

    @Column(name = "fired_at")
    private Instant fired;

    @Column(name = "waiting_since")
    private Instant waitingSince;

    /** For JPA. */
    protected FireRow() {}

    FireRow(String job) {
        this.job = job;
        this.rule = "";
    }

    void plan(Schedule schedule, Instant now) {
        rule = schedule.rule();
        next = schedule.after(now).orElse(null);
        if (next == null) {
            waitingSince = null;
        }
    }

    void put(Instant later) {
        next = later;
    }

    /** @param due when it should have begun */
    void fire(Instant due, Instant now) {
        fired = now;
        if (waitingSince == null) {
            waitingSince = due;
        }
    }

    void seen() {
        waitingSince = null;
    }

    String job() {
        return job;
    }

    boolean follows(Schedule schedule) {
        return rule.equals(schedule.rule());
    }

    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }

    Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }
}
