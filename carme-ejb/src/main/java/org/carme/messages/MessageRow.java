package org.carme.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A message's row. */
@Entity
@Table(name = "messages")
class MessageRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_name")
    private String user;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "message_key")
    private String key;

    private String subject;
    private String detail;

    @Column(name = "job_id")
    private Long job;

    @Column(name = "created_at")
    private Instant createdAt;

    private boolean unread;

    /** For JPA. */
    protected MessageRow() {}

    MessageRow(String user, Message message) {
        this.user = user;
        this.kind = message.kind();
        this.key = message.key();
        this.subject = message.subject();
        this.detail = message.detail();
        this.job = message.job().orElse(null);
        this.createdAt = message.at();
        this.unread = !message.read();
    }

    Message message() {
        return new Message(id, kind, key, subject, detail, Optional.ofNullable(job), createdAt, !unread);
    }
}
