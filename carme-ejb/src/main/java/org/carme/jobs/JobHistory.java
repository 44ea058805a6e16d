package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** A user's own ended jobs. */
@ApplicationScoped
public class JobHistory {
    private static final int MOST = 200;

    @Inject
    HistoryRepository jobs;

    /**
     * The jobs looked for, newest end first.
     *
     * @param limit brought into 1 to 200
     * @param cursor empty for the first part, else {@link JobPage#next()} of the part before
     */
    public JobPage ended(String user, HistoryQuery query, int limit, Optional<String> cursor) {
        JobCursor from = cursor.map(JobCursor::parse).orElse(JobCursor.START);
        int size = Math.min(Math.max(limit, 1), MOST);
        List<JobSummary> found = jobs.find(new HistoryCriteria(user, query).behind(from), size + 1).stream()
                .map(Job::summary)
                .toList();
        if (found.size() <= size) {
            return new JobPage(found, Optional.empty());
        }
        return new JobPage(
                found.subList(0, size),
                Optional.of(JobCursor.of(found.get(size - 1)).text()));
    }

    /** @return what they used together, by accelerator type, the most used first */
    public List<HistoryTotal> totals(String user, HistoryQuery query) {
        return jobs.totals(new HistoryCriteria(user, query));
    }
}
