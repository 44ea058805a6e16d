package org.carme.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A session's row: its removal is the log-out, wherever it is noticed. */
@Entity
@Table(name = "portal_sessions")
class PortalSession {
    @Id
    @Column(name = "key_hash")
    private String keyHash;

    @Column(name = "user_name")
    private String user;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "last_action_at")
    private Instant lastActionAt;

    /** For JPA. */
    protected PortalSession() {}

    PortalSession(String keyHash, String user, Instant now) {
        this.keyHash = keyHash;
        this.user = user;
        this.startedAt = now;
        this.lastActionAt = now;
    }

    String user() {
        return user;
    }

    String keyHash() {
        return keyHash;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant lastActionAt() {
        return lastActionAt;
    }

    void action(Instant now) {
        lastActionAt = now;
    }
}
