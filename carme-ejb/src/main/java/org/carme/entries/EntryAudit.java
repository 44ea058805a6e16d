package org.carme.entries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.jobs.JobSummary;

/** Writes down what owners have done to their jobs' services. */
@ApplicationScoped
class EntryAudit {
    @Inject
    AuditService audit;

    @Transactional
    void restartRequested(JobSummary job, String service) {
        AuditObject object = new AuditObject("job", Long.toString(job.id().value()), job.name());
        audit.record(AuditEvent.own(AuditAction.ENTRY_POINT_RESTARTED, job.owner(), object, service));
    }
}
