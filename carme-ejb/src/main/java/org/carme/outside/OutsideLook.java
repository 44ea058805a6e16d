package org.carme.outside;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Until when outside jobs are known: one row. */
@Entity
@Table(name = "outside_look")
class OutsideLook {
    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "looked_at")
    private Instant lookedAt;

    /** For JPA. */
    protected OutsideLook() {}

    Instant lookedAt() {
        return lookedAt;
    }

    /** Several portal instances look; none of them turns back the time. */
    void looked(Instant when) {
        if (when.isAfter(lookedAt)) {
            lookedAt = when;
        }
    }
}
