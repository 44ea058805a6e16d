package org.carme.batch.people;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.people.LeftPeople;

/** Anonymises those who have been missing long enough, a hundred a night. */
@Named
@Dependent
public class AnonymiseLeftPeople extends AbstractBatchlet {
    private static final int MOST = 100;

    @Inject
    LeftPeople people;

    @Override
    public String process() {
        return "ANONYMISED " + people.anonymise(MOST);
    }
}
