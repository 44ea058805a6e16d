package org.carme.quotas;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;

/** A rule's row. What is missing is an empty text: unique keys do not see nulls. */
@Entity
@Table(name = "quotas")
class QuotaRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    private QuotaSubject.Kind kind;

    @Column(name = "subject_name")
    private String name;

    @Enumerated(EnumType.STRING)
    private QuotaResource resource;

    @Column(name = "accelerator_type")
    private String acceleratorType;

    private String period;

    @Column(name = "quota_limit")
    private long limit;

    @Column(name = "carry_over")
    private boolean carryOver;

    /** For JPA. */
    protected QuotaRow() {}

    QuotaRow(QuotaRule rule) {
        kind = rule.subject().kind();
        name = rule.subject().name();
        resource = rule.resource();
        acceleratorType = rule.acceleratorType().orElse("");
        period = rule.period().map(Enum::name).orElse("");
        change(rule.limit(), rule.carryOver());
    }

    final void change(long newLimit, boolean newCarryOver) {
        limit = newLimit;
        carryOver = newCarryOver;
    }

    void rename(String group) {
        name = group;
    }

    Quota quota() {
        QuotaRule rule = new QuotaRule(
                new QuotaSubject(kind, name),
                resource,
                Optional.of(acceleratorType).filter(type -> !type.isEmpty()),
                Optional.of(period).filter(text -> !text.isEmpty()).map(QuotaPeriod::valueOf),
                limit,
                carryOver);
        return new Quota(id, rule, version);
    }
}
