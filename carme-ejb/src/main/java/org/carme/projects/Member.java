package org.carme.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A membership's row. Its state changes by {@link MemberLifecycle} or the configuration file, under the lock of the project's row. */
@Entity
@Table(name = "project_members")
class Member {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    @Column(name = "project_id")
    private long projectId;

    @Column(name = "user_name")
    private String user;

    @Enumerated(EnumType.STRING)
    private MemberState state;

    private Instant since;

    /** For JPA. */
    protected Member() {}

    Member(long projectId, String user, MemberState state, Instant now) {
        this.projectId = projectId;
        this.user = user;
        become(state, now);
    }

    final void become(MemberState next, Instant now) {
        state = next;
        since = now;
    }

    /** Whoever it was has left, and his name with him. */
    void goBy(String pseudonym) {
        user = pseudonym;
    }

    long projectId() {
        return projectId;
    }

    String user() {
        return user;
    }

    MemberState state() {
        return state;
    }

    Instant since() {
        return since;
    }
}
