package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.users.GroupReferences;

/** The limits of groups and of each of their members. */
@ApplicationScoped
class QuotaGroups implements GroupReferences {
    @Inject
    QuotaRepository quotas;

    @Inject
    AuditService audit;

    @Override
    public int place() {
        return 3;
    }

    @Override
    public void rename(String admin, String before, String now) {
        quotas.lockAll();
        List<Quota> present = about(now);
        for (Quota quota : about(before)) {
            QuotaRule rule = quota.rule();
            boolean twice = present.stream()
                    .map(Quota::rule)
                    .anyMatch(other -> other.subject().kind() == rule.subject().kind() && other.sameMatter(rule));
            if (twice) {
                throw new InvalidRequestException("invalid-request.quota-of-both", now, before);
            }
            quotas.lock(quota.id()).ifPresent(row -> row.rename(now));
            audit.record(QuotaStore.event(admin, AuditAction.QUOTA_CHANGED, quota, before + " → " + now));
        }
    }

    private List<Quota> about(String group) {
        return Stream.of(QuotaSubject.Kind.GROUP, QuotaSubject.Kind.EACH_MEMBER)
                .flatMap(kind -> quotas.of(new QuotaSubject(kind, group)).stream())
                .toList();
    }
}
