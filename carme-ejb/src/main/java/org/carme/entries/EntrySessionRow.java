package org.carme.entries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** An entry session's row. */
@Entity
@Table(name = "entry_sessions")
class EntrySessionRow {
    @Id
    @Column(name = "cookie_hash")
    private String hash;

    @Column(name = "job_key")
    private String jobKey;

    @Column(name = "user_name")
    private String user;

    @Column(name = "portal_session")
    private String portalSession;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    protected EntrySessionRow() {}

    EntrySessionRow(EntrySession session) {
        hash = session.id();
        jobKey = session.jobKey();
        user = session.user();
        portalSession = session.portalSession().orElse(null);
        expiresAt = session.expiresAt();
    }

    EntrySession session() {
        return new EntrySession(hash, jobKey, user, Optional.ofNullable(portalSession), expiresAt);
    }
}
