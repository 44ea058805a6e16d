package org.carme.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An entry's row. What it tells never changes; it gets number and seal once. */
@Entity
@Table(name = "audit_entries")
class AuditRow {
    private static final int NAME = 64;
    private static final int KIND = 20;
    private static final int OBJECT_NAME = 100;
    private static final int DETAIL = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "happened_at")
    private Instant at;

    private String actor;
    private String about;
    private String origin;

    @Column(name = "action_code")
    private String action;

    @Column(name = "object_kind")
    private String objectKind;

    @Column(name = "object_id")
    private String objectId;

    @Column(name = "object_name")
    private String objectName;

    private String detail;

    @Column(name = "chain_number")
    private Long number;

    private String seal;

    /** For JPA. */
    protected AuditRow() {}

    AuditRow(AuditEvent event, String origin, Instant now) {
        this.at = now;
        this.actor = AuditText.bounded(event.actor(), NAME);
        this.about = AuditText.bounded(event.about(), NAME);
        this.origin = AuditText.bounded(origin, NAME);
        this.action = event.action().code();
        this.objectKind = AuditText.bounded(event.object().kind(), KIND);
        this.objectId = AuditText.bounded(event.object().id(), NAME);
        this.objectName = AuditText.bounded(event.object().name(), OBJECT_NAME);
        this.detail = AuditText.bounded(event.detail(), DETAIL);
    }

    long id() {
        return id;
    }

    Instant at() {
        return at;
    }

    /** @return everything that the row tells, in an order that never changes */
    List<String> texts() {
        return List.of(actor, about, origin, action, objectKind, objectId, objectName, detail);
    }

    void place(Position position) {
        this.number = position.number();
        this.seal = position.seal();
    }

    /** @return where it stands; of a sealed row only */
    Position position() {
        return new Position(number, seal);
    }

    AuditEntry entry() {
        return new AuditEntry(
                id,
                at,
                actor,
                about,
                origin,
                action,
                new AuditObject(objectKind, objectId, objectName),
                detail,
                Optional.ofNullable(number));
    }
}
