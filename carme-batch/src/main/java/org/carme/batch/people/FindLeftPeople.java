package org.carme.batch.people;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.batch.Step;
import org.carme.people.LeftPeople;
import org.carme.people.SeenMissing;

/** Writes down who is missing in the directory. One that does not answer fails the step, so that nobody is. */
@Named
@Dependent
public class FindLeftPeople extends Step {
    @Inject
    LeftPeople people;

    @Inject
    @BatchProperty
    String accept;

    @Override
    protected String work() {
        return await(() -> people.look("yes".equals(accept))).map(this::tell).orElse("STOPPED");
    }

    private String tell(SeenMissing seen) {
        report.read(seen.people().size());
        report.say("Missing in the directory: " + seen.people().size());
        report.handOn(seen);
        return "MISSING " + seen.people().size();
    }
}
