package org.carme.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.messages.Kind;
import org.carme.messages.Message;

/** One message on its way through one channel. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    /** How far it is. */
    enum State {
        WAITING,
        SENT,
        LOST
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_name")
    private String user;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "message_key")
    private String key;

    private String subject;
    private String detail;

    @Column(name = "job_id")
    private Long job;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "not_before")
    private Instant notBefore;

    private int attempts;
    private String letter;
    private String claim;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "failed_at")
    private Instant failedAt;

    private String trouble;

    /** For JPA. */
    protected OutboxRow() {}

    OutboxRow(String user, Channel channel, Message message, Instant notBefore) {
        this.user = user;
        this.channel = channel;
        this.kind = message.kind();
        this.key = message.key();
        this.subject = message.subject();
        this.detail = message.detail();
        this.job = message.job().orElse(null);
        this.toldAt = message.at();
        this.notBefore = notBefore;
    }

    Message message() {
        return new Message(id, kind, key, subject, detail, Optional.ofNullable(job), toldAt, false);
    }

    /** @return its name for the log */
    String name() {
        return channel.code() + " " + id;
    }

    /** @param rows those that were claimed together with this one */
    Batch batch(List<OutboxRow> rows) {
        return new Batch(claim, letter, rows.stream().map(OutboxRow::message).toList());
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Why it did not arrive when that was last tried, if it ever did not. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failedAt).map(at -> new Failure(at, trouble));
    }

    int attempts() {
        return attempts;
    }

    /** Arrived. */
    void sent(Instant now) {
        state = State.SENT;
        sentAt = now;
        claim = null;
    }

    /** Will not arrive. */
    void lost(String why, Instant now) {
        state = State.LOST;
        failed(why, now);
    }

    /**
     * Is tried again.
     *
     * @param together with the same others as now, because these may have arrived
     */
    void again(String why, Instant now, Instant when, boolean together) {
        failed(why, now);
        notBefore = when;
        letter = together ? letter : null;
    }

    private void failed(String why, Instant now) {
        failedAt = now;
        trouble = why;
        claim = null;
    }

    boolean isOlderThan(Instant time) {
        return toldAt.isBefore(time);
    }
}
