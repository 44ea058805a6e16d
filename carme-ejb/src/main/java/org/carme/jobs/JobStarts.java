package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.cluster.ClusterUser;
import org.carme.common.InvalidRequestException;
import org.carme.images.StartedImage;
import org.carme.messages.Kind;
import org.carme.quotas.QuotaExceededException;
import org.carme.templates.Charge;
import org.carme.templates.Template;
import org.carme.templates.UsableTemplate;
import org.carme.users.Person;

/** Stores an accepted start: limits are checked and the intent is written under one lock. */
@ApplicationScoped
class JobStarts {
    @Inject
    JobRepository jobs;

    @Inject
    JobAllowance allowance;

    @Inject
    JobNews news;

    @Inject
    SubmissionSignal signal;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** @param besides stores what belongs to the job, in the same transaction; not called for a start that is repeated */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    JobSummary store(PreparedStart start, Optional<String> idempotencyKey, Consumer<JobSummary> besides) {
        ClusterUser owner = start.owner();
        UsableTemplate usable = start.usable();
        JobSpec spec = start.spec();
        jobs.lockStartsOf(owner.name());
        Optional<Job> repeated = idempotencyKey.flatMap(key -> jobs.byIdempotencyKey(owner.name(), key));
        if (repeated.isPresent()) {
            return sameStart(repeated.get(), spec, usable.charge());
        }
        JobSpec whole = spec.in(check(start.person(), usable, spec));
        Job wanted = new Job(owner, JobKeys.random(), whole, idempotencyKey.orElse(null), clock.instant());
        Job job = jobs.add(wanted.chargedTo(usable.charge()));
        news.tell(job, Kind.INFO, "job-accepted");
        news.changed(job);
        signal.raiseAfterCommit();
        JobSummary started = job.summary();
        AuditObject object = new AuditObject("job", Long.toString(started.id().value()), started.name());
        audit.record(AuditEvent.own(AuditAction.JOB_STARTED, owner.name(), object, spec.template()));
        besides.accept(started);
        return started;
    }

    /** Refuses what {@link #store} would refuse; without a lock, because nothing is stored. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void require(Person person, UsableTemplate usable, JobSpec spec) {
        check(person, usable, spec);
    }

    private StartedImage check(Person person, UsableTemplate usable, JobSpec spec) {
        StartedImage image = allowance.require(person, usable, spec);
        Template template = usable.template();
        long present = jobs.countActive(person.name(), template.name());
        if (present >= template.maxJobs()) {
            throw new QuotaExceededException(present, template.maxJobs(), template.name());
        }
        return image;
    }

    private static JobSummary sameStart(Job earlier, JobSpec spec, Charge charge) {
        if (!earlier.spec().sameAs(spec) || !earlier.isChargedTo(charge)) {
            throw new InvalidRequestException("invalid-request.idempotency-key-reused");
        }
        return earlier.summary();
    }
}
