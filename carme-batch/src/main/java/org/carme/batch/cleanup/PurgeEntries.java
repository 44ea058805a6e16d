package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.entries.EntryService;

/** Removes expired tickets and sessions of entry points. */
@Named
@Dependent
public class PurgeEntries extends Purge {
    @Inject
    EntryService entries;

    @Override
    int remove(int most) {
        return entries.purge(most);
    }
}
