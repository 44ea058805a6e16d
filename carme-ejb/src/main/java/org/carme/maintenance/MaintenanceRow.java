package org.carme.maintenance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The only row of its table: it is always there, so that it can be locked. */
@Entity
@Table(name = "maintenance")
class MaintenanceRow {
    static final int ONLY = 1;

    @Id
    private int id;

    @Version
    private long version;

    private String message;

    @Column(name = "begins_at")
    private Instant begin;

    @Column(name = "ends_at")
    private Instant end;

    @Column(name = "allowed_users")
    private String allowed;

    /** For JPA. */
    protected MaintenanceRow() {}

    void plan(MaintenancePlan plan) {
        message = plan.message();
        begin = plan.begin();
        end = plan.end().orElse(null);
        allowed = String.join(",", plan.allowed());
    }

    void clear() {
        message = "";
        begin = null;
        end = null;
        allowed = "";
    }

    Maintenance maintenance() {
        return new Maintenance(
                Optional.ofNullable(begin)
                        .map(known -> new MaintenancePlan(
                                message,
                                known,
                                Optional.ofNullable(end),
                                Stream.of(allowed.split(","))
                                        .filter(name -> !name.isEmpty())
                                        .collect(Collectors.toCollection(TreeSet::new)))),
                version);
    }
}
