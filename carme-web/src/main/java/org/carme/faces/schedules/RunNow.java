package org.carme.faces.schedules;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Map;
import org.carme.executions.ExecutionService;
import org.carme.faces.executions.ExecutionView;
import org.carme.schedules.ScheduleService;
import org.carme.web.security.CurrentUser;

/** Runs a batch job now, by itself as its schedule would. */
@Dependent
public class RunNow implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ScheduleService schedules;

    @Inject
    ExecutionService executions;

    @Inject
    CurrentUser currentUser;

    /** @return where the execution is shown that has begun */
    String now(String job) {
        return now(job, schedules.parameters(currentUser.getName(), job));
    }

    /** With other parameters, this once. */
    String now(String job, Map<String, String> parameters) {
        return ExecutionView.page(executions.run(currentUser.getName(), job, parameters));
    }
}
