package org.carme.batch.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.batch.Step;
import org.carme.people.LeftAccounts;
import org.carme.people.SeenMissing;

/** Revokes tokens and stops jobs of those whose account is gone, one after the other; ends when all are done, or if stopped. */
@Named
@Dependent
public class EndLeftAccounts extends Step {
    @Inject
    LeftAccounts accounts;

    private int ended;
    private SeenMissing seen;

    @Override
    protected String work() {
        seen = report.handed(SeenMissing.class).orElse(SeenMissing.NOBODY);
        List<String> gone = accounts.gone().stream().filter(this::isAskedFor).toList();
        report.outOf(gone.size());
        for (String user : gone) {
            if (isStopped()) {
                break;
            }
            attempt(user, () -> end(user));
            report.done(1);
        }
        report.say(
                "Accounts that are gone: " + gone.size() + "; of their jobs and tokens, stopped or revoked: " + ended);
        return "ENDED " + ended;
    }

    private void end(String user) {
        int done = accounts.end(user, seen);
        ended += done;
        report.wrote(done);
    }
}
