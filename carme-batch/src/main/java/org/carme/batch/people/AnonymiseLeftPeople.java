package org.carme.batch.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.batch.Step;
import org.carme.people.LeftPeople;
import org.carme.people.SeenMissing;

/** Anonymises those who have been missing long enough, a hundred a night. */
@Named
@Dependent
public class AnonymiseLeftPeople extends Step {
    private static final int MOST = 100;

    @Inject
    LeftPeople people;

    private int anonymised;
    private SeenMissing seen;

    @Override
    protected String work() {
        seen = report.handed(SeenMissing.class).orElse(SeenMissing.NOBODY);
        List<String> left =
                people.toForget(MOST).stream().filter(this::isAskedFor).toList();
        report.outOf(left.size());
        for (String user : left) {
            if (isStopped()) {
                break;
            }
            attempt(user, () -> anonymise(user));
            report.done(1);
        }
        report.say("Anonymised " + anonymised + " of " + left.size() + " who have been missing long enough");
        return "ANONYMISED " + anonymised;
    }

    private void anonymise(String user) {
        if (people.anonymise(user, seen)) {
            anonymised++;
            report.wrote(1);
        }
    }
}
