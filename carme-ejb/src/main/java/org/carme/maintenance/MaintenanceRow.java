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

    @Column(name = "told_version", insertable = false, updatable = false)
    private long toldVersion;

    @Column(name = "told_over", insertable = false, updatable = false)
    private boolean toldOver;

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

    /** Whether it is on, and the site's chat was not told so. Each change of the plan is told again. */
    boolean isOnUntold(Instant now) {
        return toldVersion != version
                && maintenance().plan().filter(plan -> plan.isActive(now)).isPresent();
    }

    /** Whether what the chat was told to be on is over. Clocks of instances differ: what is yet to begin is not over. */
    boolean isOverUntold(Instant now) {
        return !toldOver && maintenance().present(now).isEmpty();
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
