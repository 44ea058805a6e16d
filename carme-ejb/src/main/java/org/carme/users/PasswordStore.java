package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;

/** What the database has to do with a changed password. */
@ApplicationScoped
class PasswordStore {
    @Inject
    SessionService sessions;

    @Inject
    AuditService audit;

    /** @return how many sessions were ended */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int changed(String user, Optional<String> session) {
        int ended = sessions.endOthers(user, session);
        AuditObject account = new AuditObject("account", user, "");
        audit.record(AuditEvent.own(AuditAction.PASSWORD_CHANGED, user, account, ""));
        return ended;
    }
}
