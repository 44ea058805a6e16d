package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.stream.Stream;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.users.GroupReferences;

/** The transaction in which a group gets its new name everywhere. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RenamedGroupStore {
    @Inject
    @Any
    Instance<GroupReferences> features;

    @Inject
    AuditService audit;

    void rename(String admin, String before, String now) {
        rename(features.stream(), admin, before, now);
    }

    void rename(Stream<GroupReferences> references, String admin, String before, String now) {
        references.sorted(Comparator.comparing(GroupReferences::place)).forEach(one -> one.rename(admin, before, now));
        AuditObject group = new AuditObject("group", now, now);
        audit.record(new AuditEvent(AuditAction.GROUP_RENAMED, admin, "", group, before + " → " + now));
    }
}
