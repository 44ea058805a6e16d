package org.carme.faces.schedules;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.carme.executions.ExecutionService;
import org.carme.faces.executions.ExecutionView;
import org.carme.schedules.ScheduleService;
import org.carme.web.security.CurrentUser;

/** Runs a batch job as its schedule would, but now. */
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
        String admin = currentUser.getName();
        return ExecutionView.page(executions.run(admin, job, schedules.parameters(admin, job)));
    }
}
