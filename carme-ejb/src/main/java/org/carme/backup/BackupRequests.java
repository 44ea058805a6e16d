package org.carme.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;

/** Writes down who wanted a backup. */
@ApplicationScoped
class BackupRequests {
    @Inject
    AuditService audit;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(String admin) {
        audit.record(new AuditEvent(AuditAction.BACKUP_REQUESTED, admin, "", new AuditObject("backup", "", ""), ""));
    }
}
