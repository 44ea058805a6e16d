package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.carme.common.InvalidRequestException;
import org.carme.common.Part;
import org.carme.users.Administrators;

/** What administrators see of executions and do with them. Every method refuses everybody else. */
@ApplicationScoped
public class ExecutionService {
    private static final int MOST = 200;
    private static final int MOST_SKIPPED = 200;

    @Inject
    Administrators administrators;

    @Inject
    ExecutionRepository executions;

    @Inject
    ReportRepository reports;

    @Inject
    ExecutionActions actions;

    @Inject
    ExecutionNews news;

    /**
     * Those that match, newest first.
     *
     * @param limit brought into 1 to 200
     * @param cursor {@link Part#next()} of the part before
     */
    public Part<ExecutionSummary> list(String admin, ExecutionQuery query, int limit, Optional<String> cursor) {
        administrators.require(admin);
        int size = Math.min(Math.max(limit, 1), MOST);
        List<ExecutionSummary> found =
                executions.list(query, cursor.map(ExecutionService::number).orElse(Long.MAX_VALUE), size + 1).stream()
                        .map(ExecutionRow::summary)
                        .toList();
        return found.size() > size
                ? new Part<>(
                        found.subList(0, size),
                        Optional.of(Long.toString(found.get(size - 1).id())))
                : new Part<>(found, Optional.empty());
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw InvalidRequestException.about("cursor", "invalid-request.cursor");
        }
    }

    /** @throws ExecutionNotFoundException if there is none */
    public ExecutionDetails get(String admin, long id) {
        ExecutionRow row = row(admin, id);
        Optional<Long> next = executions.next(row);
        return new ExecutionDetails(
                row.summary(),
                row.parameters(),
                row.timeLimit(),
                row.stopWish(),
                row.failure(),
                executions.steps(id),
                executions.skipped(id, MOST_SKIPPED),
                next,
                canGoOn(row) && next.isEmpty(),
                row.isHanging());
    }

    private static boolean canGoOn(ExecutionRow row) {
        return (row.status() == ExecutionStatus.FAILED || row.status() == ExecutionStatus.STOPPED) && !row.isHanging();
    }

    private static void refuseHanging(ExecutionRow row) {
        if (row.isHanging()) {
            throw ExecutionConflictException.hanging(row.summary().id());
        }
    }

    /** @return the last lines that its steps have written, oldest first */
    public List<LogLine> log(String admin, long id) {
        row(admin, id);
        return executions.log(id);
    }

    /**
     * Begins an execution.
     *
     * @return its number
     * @throws ExecutionNotFoundException if there is no such job
     * @throws InvalidRequestException if it does not understand the parameters
     * @throws ExecutionConflictException if one runs
     */
    public long run(String admin, String job, Map<String, String> parameters) {
        administrators.require(admin);
        return actions.run(admin, job, parameters);
    }

    /**
     * Begins an execution with what another one of the job was told.
     *
     * @return its number
     * @throws ExecutionConflictException if one runs
     */
    public long again(String admin, long id) {
        ExecutionRow row = row(admin, id);
        return actions.launch(Launch.by(admin, row.job(), row.parameters()));
    }

    /**
     * Has it stop: its portal sees that within seconds.
     *
     * @throws ExecutionConflictException if it has ended, or was told so when its time was over
     */
    public void stop(String admin, long id) {
        ExecutionRow row = row(admin, id);
        refuseHanging(row);
        if (!row.status().isGoing()) {
            throw ExecutionConflictException.over(id);
        }
        actions.stop(id, row.job(), admin);
    }

    /**
     * Goes on with the step that did not complete.
     *
     * @return the number of the execution that does
     * @throws ExecutionConflictException if it has not failed, another one goes on with it, or the job runs
     */
    public long restart(String admin, long id) {
        ExecutionRow row = row(admin, id);
        refuseHanging(row);
        if (!canGoOn(row) || executions.next(row).isPresent()) {
            throw ExecutionConflictException.notRestartable(id);
        }
        return actions.launch(new Launch(row.job(), row.parameters(), Cause.ADMINISTRATOR, admin, Optional.of(id)));
    }

    /**
     * Gives it up: it can never be restarted.
     *
     * @throws ExecutionConflictException if it is none that has failed or was stopped, or its thread still runs
     */
    public void abandon(String admin, long id) {
        ExecutionRow row = row(admin, id);
        refuseHanging(row);
        if (row.status() != ExecutionStatus.FAILED && row.status() != ExecutionStatus.STOPPED) {
            throw ExecutionConflictException.notFailed(id);
        }
        actions.abandon(id, row.job(), admin);
    }

    /**
     * Deals with an item alone that an execution has skipped.
     *
     * @return the number of the execution that does
     * @throws ExecutionConflictException if the job runs
     */
    public long retry(String admin, long id, long skip) {
        ExecutionRow row = row(admin, id);
        OneItem item = reports.skipped(id, skip).orElseThrow(() -> ExecutionNotFoundException.skipped(skip));
        long retry = actions.launch(Launch.by(admin, row.job(), item.parameters()));
        actions.retried(skip, retry);
        return retry;
    }

    /** Listeners are told the number of an execution of this portal of which something has changed. */
    public void subscribe(LongConsumer listener) {
        news.subscribe(listener);
    }

    private ExecutionRow row(String admin, long id) {
        administrators.require(admin);
        return executions.find(id).orElseThrow(() -> ExecutionNotFoundException.execution(id));
    }
}
