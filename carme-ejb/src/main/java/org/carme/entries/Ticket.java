package org.carme.entries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A ticket's row. */
@Entity
@Table(name = "entry_tickets")
class Ticket {
    @Id
    @Column(name = "ticket_hash")
    private String hash;

    @Column(name = "job_key")
    private String jobKey;

    private String service;

    @Column(name = "user_name")
    private String user;

    @Column(name = "portal_session")
    private String portalSession;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    protected Ticket() {}

    Ticket(String hash, EntrySession session, String service) {
        this.hash = hash;
        this.jobKey = session.jobKey();
        this.service = service;
        this.user = session.user();
        this.portalSession = session.portalSession().orElse(null);
        this.expiresAt = session.expiresAt();
    }

    boolean isGood(String forJob, Instant now) {
        return jobKey.equals(forJob) && now.isBefore(expiresAt);
    }

    String service() {
        return service;
    }

    String user() {
        return user;
    }

    Optional<String> portalSession() {
        return Optional.ofNullable(portalSession);
    }
}
