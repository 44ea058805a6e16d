package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;

/** The transactions of the rules: each change is checked, kept and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class QuotaStore {
    private static final String KIND = "quota";

    @Inject
    QuotaRepository quotas;

    @Inject
    AuditService audit;

    List<Quota> all() {
        return quotas.all();
    }

    List<Quota> about(QuotaHolder holder) {
        return quotas.about(holder);
    }

    Quota create(String admin, QuotaRule rule) {
        QuotaRules.check(rule);
        boolean exists = quotas.all().stream()
                .map(Quota::rule)
                .anyMatch(other -> other.subject().equals(rule.subject()) && other.sameMatter(rule));
        if (exists) {
            throw new InvalidRequestException("invalid-request.quota-exists");
        }
        Quota made = quotas.add(new QuotaRow(rule)).quota();
        note(admin, AuditAction.QUOTA_CREATED, made, Long.toString(rule.limit()));
        return made;
    }

    Quota change(String admin, long id, long limit, boolean carryOver, long version) {
        QuotaRow row = quotas.lock(id).orElseThrow(() -> new QuotaNotFoundException(id));
        Quota before = row.quota();
        if (before.version() != version) {
            throw audit.changedMeanwhile(KIND, Long.toString(id));
        }
        row.change(limit, carryOver);
        QuotaRules.check(row.quota().rule());
        quotas.flush();
        note(admin, AuditAction.QUOTA_CHANGED, before, before.rule().limit() + " → " + limit);
        return row.quota();
    }

    void delete(String admin, long id) {
        QuotaRow row = quotas.lock(id).orElseThrow(() -> new QuotaNotFoundException(id));
        Quota gone = row.quota();
        quotas.remove(row);
        note(admin, AuditAction.QUOTA_DELETED, gone, Long.toString(gone.rule().limit()));
    }

    private void note(String admin, AuditAction action, Quota quota, String detail) {
        audit.record(event(admin, action, quota, detail));
    }

    static AuditEvent event(String admin, AuditAction action, Quota quota, String detail) {
        QuotaSubject subject = quota.rule().subject();
        String about = subject.kind() == QuotaSubject.Kind.USER ? subject.name() : "";
        AuditObject object = new AuditObject(KIND, Long.toString(quota.id()), words(quota.rule()));
        return new AuditEvent(action, admin, about, object, detail);
    }

    /** Such as {@code GROUP lab ACCELERATOR_HOURS a100 MONTH}: all that tells one rule from another. */
    static String words(QuotaRule rule) {
        return Stream.of(
                        rule.subject().kind().name(),
                        rule.subject().name(),
                        rule.resource().name(),
                        rule.acceleratorType().orElse(""),
                        rule.period().map(Enum::name).orElse(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
