package org.carme.batch.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.batch.Step;
import org.carme.people.LeftAccounts;

/** Revokes tokens and stops jobs of those whose account is gone, one after the other; ends when all are done, or if stopped. */
@Named
@Dependent
public class EndLeftAccounts extends Step {
    @Inject
    LeftAccounts accounts;

    private int ended;

    @Override
    protected String work() {
        List<String> gone = accounts.gone().stream().filter(this::isAskedFor).toList();
        report.outOf(gone.size());
        for (String user : gone) {
            if (isStopped()) {
                break;
            }
            attempt(user, () -> end(user));
            report.done(1);
        }
        return "ENDED " + ended;
    }

    private void end(String user) {
        int done = accounts.end(user);
        ended += done;
        report.wrote(done);
    }
}
