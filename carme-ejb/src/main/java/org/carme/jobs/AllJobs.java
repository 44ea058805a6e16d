package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** Everybody's jobs, for administrators: but for the user's own, every method refuses everybody else. */
@ApplicationScoped
public class AllJobs {
    private static final int MOST = 200;
    private static final int REASON_LENGTH = 200;

    @Inject
    Administrators administrators;

    @Inject
    JobRepository jobs;

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

    /** @throws JobNotFoundException if there is none of that number, or it is another's and the user no administrator */
    public JobSummary readable(String user, JobId id) {
        return jobs.find(id)
                .filter(job -> job.belongsTo(user) || administrators.includes(user))
                .map(Job::summary)
                .orElseThrow(() -> new JobNotFoundException(id));
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
