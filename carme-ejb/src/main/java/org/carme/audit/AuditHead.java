package org.carme.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the kept part of the chain begins and ends. Whoever touches the chain locks this row first. */
@Entity
@Table(name = "audit_head")
class AuditHead {
    static final int ID = 1;

    @Id
    private int id;

    @Column(name = "begin_number")
    private long beginNumber;

    @Column(name = "begin_seal")
    private String beginSeal;

    @Column(name = "end_number")
    private long endNumber;

    @Column(name = "end_seal")
    private String endSeal;

    private String seal;

    /** For JPA. */
    protected AuditHead() {}

    /** @return the last row that was removed */
    Position begin() {
        return new Position(beginNumber, beginSeal);
    }

    /** @return the last row that was sealed */
    Position end() {
        return new Position(endNumber, endSeal);
    }

    String seal() {
        return seal;
    }

    void moveBegin(Position position, AuditSeals seals) {
        beginNumber = position.number();
        beginSeal = position.seal();
        seal = seals.ofHead(begin(), end());
    }

    void moveEnd(Position position, AuditSeals seals) {
        endNumber = position.number();
        endSeal = position.seal();
        seal = seals.ofHead(begin(), end());
    }
}
