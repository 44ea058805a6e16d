package org.carme.canary;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A self-test's row. */
@Entity
@Table(name = "canary_runs")
class CanaryRow {
    static final int MOST_WORDS = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "failed_stage")
    private Stage failed;

    private String trouble = "";

    private boolean interrupted;

    private boolean told;

    @ElementCollection
    @CollectionTable(name = "canary_stages", joinColumns = @JoinColumn(name = "run_id"))
    @MapKeyColumn(name = "stage")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "millis")
    private Map<Stage, Long> millis = new EnumMap<>(Stage.class);

    /** For JPA. */
    protected CanaryRow() {}

    CanaryRow(Instant now) {
        startedAt = now;
        seenAt = now;
    }

    long id() {
        return id;
    }

    boolean isOver() {
        return endedAt != null;
    }

    boolean isGood() {
        return isOver() && failed == null;
    }

    /** @return whether it runs, and has shown life since then */
    boolean isAliveSince(Instant time) {
        return !isOver() && seenAt.isAfter(time);
    }

    void seen(Instant now) {
        seenAt = now;
    }

    void passed(Stage stage, Duration time, Instant now) {
        millis.put(stage, time.toMillis());
        seenAt = now;
    }

    void end(Instant now) {
        endedAt = now;
    }

    void fail(Stage stage, String words, Instant now) {
        failed = stage;
        trouble = words.substring(0, Math.min(words.length(), MOST_WORDS));
        endedAt = now;
    }

    /** Its portal has died: that says nothing about the portal that users have. */
    void interrupt(Instant now) {
        fail(stage(), "The portal was stopped meanwhile", now);
        interrupted = true;
    }

    /** @return whether it came to an end of its own that administrators do not know */
    boolean isUntold() {
        return isOver() && !interrupted && !told;
    }

    /** From now on administrators know how it went. */
    void tell() {
        told = true;
    }

    /** @return the first stage that has not come to its end */
    Stage stage() {
        for (Stage stage : Stage.values()) {
            if (!millis.containsKey(stage)) {
                return stage;
            }
        }
        return Stage.STOP;
    }

    CanaryResult result() {
        Map<Stage, Duration> times = new EnumMap<>(Stage.class);
        millis.forEach((stage, time) -> times.put(stage, Duration.ofMillis(time)));
        return new CanaryResult(
                id, startedAt, Optional.ofNullable(endedAt), Optional.ofNullable(failed), trouble, times);
    }
}
