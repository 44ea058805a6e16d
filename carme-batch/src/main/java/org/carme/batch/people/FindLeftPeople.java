package org.carme.batch.people;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.carme.batch.Step;
import org.carme.people.LeftPeople;

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
        Optional<Integer> missing = await(() -> people.look("yes".equals(accept)));
        missing.ifPresent(report::read);
        return missing.map(count -> "MISSING " + count).orElse("STOPPED");
    }
}
