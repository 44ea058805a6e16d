package org.carme.batch.people;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.people.LeftPeople;

/** Writes down who is missing in the directory. One that does not answer fails the step, so that nobody is. */
@Named
@Dependent
public class FindLeftPeople extends AbstractBatchlet {
    @Inject
    LeftPeople people;

    @Override
    public String process() {
        return "MISSING " + people.look();
    }
}
