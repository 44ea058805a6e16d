package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.audit.AuditCare;

/** Removes entries of the audit log that have outlived their time. */
@Named
@Dependent
public class PurgeAudit extends Purge {
    @Inject
    AuditCare audit;

    @Override
    int remove(int most) {
        return audit.purge(most);
    }
}
