package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** Everybody's jobs, for administrators and for whom the site lets see what jobs use: every method refuses others. */
@ApplicationScoped
public class AllJobs {
    private static final int MOST = 200;
    private static final int REASON_LENGTH = 200;

    @Inject
    Administrators administrators;

    @Inject
    JobRepository jobs;

    @Inject
    UsageReaders readers;

    @Inject
    OwnJobs stops;

    /**
     * The jobs looked for.
     *
     * @param limit brought into 1 to 200
     * @param cursor empty for the first part, else {@link JobPage#next()} of the part before
     */
    public JobPage list(String admin, JobQuery query, int limit, Optional<String> cursor) {
        administrators.require(admin);
        int size = Math.min(Math.max(limit, 1), MOST);
        long last = cursor.map(AllJobs::id).orElse(query.order().start());
        List<JobSummary> found = jobs.find(new JobCriteria(query, last), size + 1).stream()
                .map(Job::summary)
                .toList();
        if (found.size() <= size) {
            return new JobPage(found, Optional.empty());
        }
        List<JobSummary> part = found.subList(0, size);
        return new JobPage(
                part, Optional.of(Long.toString(part.get(size - 1).id().value())));
    }

    /** @throws JobNotFoundException if there is none of that number */
    public JobSummary get(String admin, JobId id) {
        administrators.require(admin);
        return jobs.find(id).map(Job::summary).orElseThrow(() -> new JobNotFoundException(id));
    }

    /**
     * A job that the user may know: his own, as an administrator any, and where managers see what the jobs of their
     * projects use, these.
     *
     * @throws JobNotFoundException if there is none of that number that he may know
     */
    public JobSummary readable(String user, JobId id) {
        return find(
                id, job -> job.belongsTo(user) || administrators.includes(user) || readers.includesManager(user, job));
    }

    /**
     * A job of which the user may see what it uses.
     *
     * @throws JobNotFoundException if there is none of that number, or he may not
     */
    public JobSummary withUse(String user, JobId id) {
        return find(id, job -> showsUse(user, job));
    }

    /** The same for a caller who does not come as an administrator. */
    public JobSummary ownWithUse(String user, JobId id) {
        return find(id, job -> job.belongsTo(user) || readers.includesManager(user, job));
    }

    /** @return whether there is a job of that number, and the user may see what it uses */
    public boolean showsUse(String user, JobId id) {
        return jobs.find(id).filter(job -> showsUse(user, job)).isPresent();
    }

    private boolean showsUse(String user, Job job) {
        return job.belongsTo(user) || readers.includesAdministrator(user) || readers.includesManager(user, job);
    }

    private JobSummary find(JobId id, Predicate<Job> visible) {
        return jobs.find(id).filter(visible).map(Job::summary).orElseThrow(() -> new JobNotFoundException(id));
    }

    /**
     * Stops the job and tells its owner who did and why; of an ended one: nothing to do. The wish is stored first, so
     * that it outlives an absent scheduler.
     *
     * @param reason 1 to 200 printable characters
     */
    public void stop(String admin, JobId id, String reason) {
        administrators.require(admin);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LENGTH || why.codePoints().anyMatch(Character::isISOControl)) {
            throw InvalidRequestException.about("reason", "invalid-request.stop-reason", REASON_LENGTH);
        }
        Retry.onConflict(() -> stops.requestCancelBy(admin, id, why));
        stops.cancelNow(id);
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request.cursor");
        }
    }
}
