package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.database.Retry;
import org.carme.templates.StartOptionsService;
import org.carme.templates.TemplateOption;
import org.carme.templates.UsableTemplate;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/**
 * Gives running jobs more time, where the site permits it. What is wanted is stored first and sent then: whoever dies in
 * between leaves a limit to the next round, and to set a whole limit twice is to set it once.
 */
@ApplicationScoped
public class Extensions {
    private static final Logger LOG = System.getLogger(Extensions.class.getName());

    @Inject
    ExtensionPolicy policy;

    @Inject
    ExtensionStore store;

    @Inject
    StartOptionsService templates;

    @Inject
    DirectoryService directory;

    @Inject
    Scheduler scheduler;

    /**
     * Extends one of the user's jobs by whole minutes. While the scheduler is away, what is kept is sent later.
     *
     * @throws JobNotFoundException also when the job belongs to someone else
     * @throws ExtensionException if the site, the template or the state of the job does not allow it
     * @throws org.carme.quotas.QuotaExceededException naming the limit of hours that it would exceed
     */
    public JobSummary extend(String user, JobSummary job, Duration by) {
        if (!areOffered()) {
            throw ExtensionException.off();
        }
        Person person = directory.person(user);
        UsableTemplate usable = templates.usable(person, job.template(), job.project());
        JobSummary wanted = Retry.onConflict(() -> store.extend(person, usable, job.id(), by, policy));
        send(wanted);
        return wanted;
    }

    /** Takes those of these jobs of which nobody knows whether the scheduler has their time; one that is not repeated waits. */
    public List<JobSummary> claimUncertain(Predicate<JobSummary> wanted) {
        return Retry.onConflict(() -> store.claimUncertain(wanted));
    }

    /**
     * Sends again what may not have arrived.
     *
     * @return false while the scheduler is away, which leaves it to a later call
     * @throws ExtensionException if the scheduler does not take it: the job is as it was, and its owner has been told
     */
    public boolean repeat(JobSummary job) {
        return send(job);
    }

    /** The scheduler may have given the id out again: what it does with the portal's rights is done to that job alone. */
    private boolean send(JobSummary job) {
        String id = job.slurmJobId().orElseThrow();
        try {
            boolean known = scheduler
                    .find(id)
                    .filter(found -> found.tag().equals(job.tag()))
                    .isPresent();
            if (!known) {
                Retry.onConflict(() -> store.refused(job.id(), "extension-forgotten", ""));
                throw ExtensionException.forgotten();
            }
            scheduler.limitTime(id, job.timeLimit());
        } catch (SchedulerException e) {
            if (e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_PERMITTED) {
                Retry.onConflict(() -> store.refused(job.id(), "extension-refused", e.getMessage()));
                throw ExtensionException.refused(e.getMessage());
            }
            LOG.log(Level.WARNING, "Job {0} gets more time later: {1}", job.id(), e.getMessage());
            return false;
        }
        Retry.onConflict(() -> store.done(job.id()));
        return true;
    }

    /** @return whether this site permits any */
    public boolean areOffered() {
        return policy.times() > 0;
    }

    /**
     * By how much these jobs of the user can be extended now, as far as it depends on site, template and job. Limits of
     * hours are asked when it is done.
     *
     * @return those that can be
     */
    public Map<JobId, Duration> offers(String user, Collection<JobSummary> jobs) {
        Set<JobId> running = jobs.stream()
                .filter(job -> job.state() == JobState.STARTING || job.state() == JobState.RUNNING)
                .map(JobSummary::id)
                .collect(Collectors.toSet());
        if (!areOffered() || running.isEmpty()) {
            return Map.of();
        }
        Map<JobId, Integer> times = store.extendable(running);
        Map<String, Duration> longest = templates.options(user).templates().stream()
                .collect(Collectors.toMap(TemplateOption::name, TemplateOption::maxTimeLimit, (one, other) -> one));
        Map<JobId, Duration> offers = new HashMap<>();
        for (JobSummary job : jobs) {
            Duration most = policy.most(job.timeLimit(), longest.getOrDefault(job.template(), Duration.ZERO));
            if (times.getOrDefault(job.id(), policy.times()) < policy.times() && most.toMinutes() > 0) {
                offers.put(job.id(), most);
            }
        }
        return offers;
    }
}
