package org.carme.batch.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.batch.Step;
import org.carme.people.LeftPeople;

/** Anonymises those who have been missing long enough, a hundred a night. */
@Named
@Dependent
public class AnonymiseLeftPeople extends Step {
    private static final int MOST = 100;

    @Inject
    LeftPeople people;

    @Override
    protected String work() {
        int anonymised = people.anonymise(MOST, this::isStopped);
        report.wrote(anonymised);
        return "ANONYMISED " + anonymised;
    }
}
