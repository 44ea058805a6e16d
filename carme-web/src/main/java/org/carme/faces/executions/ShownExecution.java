package org.carme.faces.executions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.carme.executions.ExecutionDetails;
import org.carme.executions.ExecutionService;
import org.carme.web.security.CurrentUser;

/** The execution of the present request, read once in it: the page lives longer, and shows what is new each time. */
@RequestScoped
class ShownExecution {
    @Inject
    ExecutionService executions;

    @Inject
    CurrentUser currentUser;

    private ExecutionDetails details;

    /** @throws org.carme.executions.ExecutionNotFoundException if there is none */
    ExecutionDetails get(long id) {
        if (details == null) {
            details = executions.get(currentUser.getName(), id);
        }
        return details;
    }

    void changed() {
        details = null;
    }
}
