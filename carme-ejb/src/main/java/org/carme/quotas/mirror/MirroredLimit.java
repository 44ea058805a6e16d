package org.carme.quotas.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.carme.cluster.Association;
import org.carme.quotas.mirror.Comparison.Noted;

/** The row of a limit for which a command was handed out. */
@Entity
@Table(name = "mirrored_limits")
class MirroredLimit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    @Column(name = "cluster_name")
    private String cluster;

    @Column(nullable = false)
    private String account;

    @Column(name = "user_name")
    private String user;

    @Column(name = "partition_name")
    private String partition;

    @Column(nullable = false)
    private String resource;

    @Column(name = "limit_value")
    private long value;

    @Column(name = "value_replaced")
    private Long replaced;

    @Column(name = "value_before")
    private Long before;

    /** For JPA. */
    protected MirroredLimit() {}

    MirroredLimit(Association association, LimitName name, Noted noted) {
        cluster = association.cluster();
        account = association.account();
        user = association.user();
        partition = association.partition();
        resource = name.resource();
        change(noted);
    }

    final void change(Noted noted) {
        value = noted.value();
        replaced = noted.replaced().orElse(null);
        before = noted.before().orElse(null);
    }

    Association association() {
        return new Association(cluster, account, user, partition);
    }

    LimitName name() {
        return new LimitName(resource);
    }

    Noted noted() {
        return new Noted(value, Optional.ofNullable(replaced), Optional.ofNullable(before));
    }
}
