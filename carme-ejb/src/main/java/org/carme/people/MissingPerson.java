package org.carme.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody whom the directory does not know, since it was first noticed. */
@Entity
@Table(name = "missing_people")
class MissingPerson {
    @Id
    @Column(name = "user_name")
    private String user;

    @Column(name = "missing_since")
    private Instant since;

    /** For JPA. */
    protected MissingPerson() {}

    MissingPerson(String user, Instant since) {
        this.user = user;
        this.since = since;
    }

    String user() {
        return user;
    }

    Instant since() {
        return since;
    }
}
