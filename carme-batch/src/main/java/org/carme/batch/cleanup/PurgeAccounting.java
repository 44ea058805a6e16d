package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.accounting.AccountingImport;
import org.carme.accounting.UsageDays;

/** Removes runs that no statement is made of any more, and sums that are too old. */
@Named
@Dependent
public class PurgeAccounting extends Purge {
    @Inject
    AccountingImport runs;

    @Inject
    UsageDays days;

    @Override
    int remove(int most) {
        return runs.purge(most) + days.purge(most);
    }
}
