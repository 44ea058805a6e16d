package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.carme.database.Retry;
import org.carme.schedules.JobCatalogue;
import org.carme.schedules.ScheduledJob;

/** Has done what administrators want, by this portal or the one that has the execution. */
@ApplicationScoped
class ExecutionActions {
    @Inject
    JobCatalogue catalogue;

    @Inject
    Runners runners;

    @Inject
    ExecutionRecords records;

    @Inject
    StepRecords steps;

    long run(String admin, String job, Map<String, String> parameters) {
        ScheduledJob known = catalogue.find(job).orElseThrow(() -> ExecutionNotFoundException.job(job));
        return launch(Launch.by(admin, job, known.checked(parameters)));
    }

    long launch(Launch launch) {
        return runners.get().launch(launch).orElseThrow(() -> ExecutionConflictException.running(launch.job()));
    }

    void stop(long execution, String job, String admin) {
        Retry.onConflict(() -> records.wantStop(execution, job, admin));
        runners.get().stopHere(execution);
    }

    void abandon(long execution, String job, String admin) {
        runners.get().abandon(execution);
        Retry.onConflict(() -> records.abandoned(execution, job, admin));
    }

    void retried(long skip, long retry) {
        Retry.onConflict(() -> steps.retried(skip, retry));
    }
}
