package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.messages.Kind;
import org.carme.templates.TemplateNotPermittedException;
import org.carme.templates.UsableTemplate;
import org.carme.users.Person;

/** The transactions of extensions; none is open while the scheduler is called. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ExtensionStore {
    private static final int AT_ONCE = 100;

    @Inject
    JobRepository jobs;

    @Inject
    JobAllowance allowance;

    @Inject
    JobNews news;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Checks and keeps what is wanted, under the locks of a start: what it reserves grows with it. */
    JobSummary extend(Person person, UsableTemplate usable, JobId id, Duration by, ExtensionPolicy policy) {
        jobs.lockStartsOf(person.name());
        Job job = jobs.lock(id)
                .filter(found -> found.belongsTo(person.name()))
                .orElseThrow(() -> new JobNotFoundException(id));
        check(job, usable, by, policy);
        allowance.requireLonger(person, usable, job.spec().demand(by), job.limitReached());
        job.extend(by, clock.instant());
        JobSummary extended = job.summary();
        AuditObject object = new AuditObject("job", Long.toString(id.value()), extended.name());
        String detail = "+" + by.toMinutes() + " min, " + job.spec().timeLimit().toMinutes() + " min";
        audit.record(AuditEvent.own(AuditAction.JOB_EXTENDED, person.name(), object, detail));
        news.changed(job);
        return extended;
    }

    private static void check(Job job, UsableTemplate usable, Duration by, ExtensionPolicy policy) {
        if (!job.isChargedTo(usable.charge())) {
            throw new TemplateNotPermittedException(usable.template().name());
        }
        if (!job.isExtendable()) {
            throw ExtensionException.notNow();
        }
        if (job.extension().times() >= policy.times()) {
            throw ExtensionException.tooOften(policy.times());
        }
        Duration whole = usable.template().maxTime();
        long most = policy.most(job.spec().timeLimit(), whole).toMinutes();
        if (most < 1) {
            throw ExtensionException.atTheLimit(whole, usable.template().name());
        }
        if (by.toMinutes() < 1 || by.toMinutes() > most) {
            throw new InvalidRequestException("invalid-request.range", "minutes", 1, most);
        }
    }

    /** The scheduler has it. */
    void done(JobId id) {
        jobs.lock(id).ifPresent(job -> job.extension().done());
    }

    /** The scheduler will never have it: the job is as it was, and its owner is told by a message of that key. */
    void refused(JobId id, String message, String words) {
        jobs.lock(id).filter(job -> job.extension().pending().isPresent()).ifPresent(job -> {
            job.extensionRefused();
            news.tell(job, Kind.WARNING, message, words);
            news.changed(job);
        });
    }

    /** Takes those of which nobody knows whether they arrived, and notes the attempt before it is made. */
    List<JobSummary> claimUncertain(Predicate<JobSummary> wanted) {
        Instant now = clock.instant();
        List<Job> uncertain = jobs.lockUncertainExtensions(now.minus(Submissions.UNCERTAIN_FOR), AT_ONCE).stream()
                .filter(job -> wanted.test(job.summary()))
                .toList();
        uncertain.forEach(job -> job.extension().sending(now));
        return uncertain.stream().map(Job::summary).toList();
    }

    /** @return how often each of these that can be extended now was extended */
    Map<JobId, Integer> extendable(Collection<JobId> ids) {
        Map<JobId, Integer> times = new HashMap<>();
        jobs.find(ids).stream()
                .filter(Job::isExtendable)
                .forEach(job -> times.put(job.summary().id(), job.extension().times()));
        return times;
    }
}
