package org.carme.projects;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A project's row. Its state changes by {@link ProjectLifecycle} alone. */
@Entity
@Table(name = "projects")
class Project {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    private String slug;

    @Column(name = "link_key")
    private String linkKey;

    private String name;
    private String description;
    private String owner;

    @Enumerated(EnumType.STRING)
    private ProjectState state;

    @Enumerated(EnumType.STRING)
    private Classification classification;

    private String reason;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "renewal_asked_at")
    private Instant renewalAskedAt;

    @Column(name = "warned_days")
    private Integer warnedDays;

    @ElementCollection
    @CollectionTable(name = "project_templates", joinColumns = @JoinColumn(name = "project_id"))
    @Column(name = "template_name")
    private Set<String> templates = new HashSet<>();

    /** For JPA. */
    protected Project() {}

    Project(String owner, ProjectKeys keys, ProjectText text, Instant now) {
        slug = keys.slug();
        linkKey = keys.linkKey();
        this.owner = owner;
        state = ProjectState.REQUESTED;
        classification = Classification.DEFAULT;
        reason = "";
        requestedAt = now;
        describe(text);
    }

    final void describe(ProjectText text) {
        name = text.name();
        description = text.description();
    }

    void classify(Classification other) {
        classification = other;
    }

    void advance(ProjectState next) {
        state = next;
    }

    /** Its time begins anew: warnings are given again. */
    void lastUntil(Optional<Instant> end) {
        expiresAt = end.orElse(null);
        renewalAskedAt = null;
        warnedDays = null;
    }

    void assign(Collection<String> names) {
        templates.retainAll(names);
        templates.addAll(names);
    }

    void giveReason(String why) {
        reason = why;
    }

    void askRenewal(Instant now) {
        renewalAskedAt = now;
    }

    void belongTo(String newOwner) {
        owner = newOwner;
    }

    void warned(int days) {
        warnedDays = days;
    }

    /** @return how many days are left at most, by the days at which is warned; empty if none is due */
    Optional<Integer> dueWarning(Instant now) {
        return ProjectExpiry.DAYS.stream()
                .filter(days -> expiresAt != null && !expiresAt.isAfter(now.plus(Duration.ofDays(days))))
                .reduce((more, fewer) -> fewer)
                .filter(days -> state == ProjectState.ACTIVE && expiresAt.isAfter(now))
                .filter(days -> warnedDays == null || warnedDays > days);
    }

    boolean isExpired(Instant now) {
        return state == ProjectState.ACTIVE && expiresAt != null && !expiresAt.isAfter(now);
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    String slug() {
        return slug;
    }

    String linkKey() {
        return linkKey;
    }

    ProjectText text() {
        return new ProjectText(name, description);
    }

    String owner() {
        return owner;
    }

    ProjectState state() {
        return state;
    }

    Classification classification() {
        return classification;
    }

    String reason() {
        return reason;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    boolean isRenewalAsked() {
        return renewalAskedAt != null;
    }

    /** @return by name */
    Set<String> templates() {
        return new TreeSet<>(templates);
    }
}
