package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.usage.UsageCare;

/** Thins samples of what ended jobs used, and removes them in the end. */
@Named
@Dependent
public class PurgeUsage extends Purge {
    @Inject
    UsageCare usage;

    @Override
    int remove(int most) {
        return usage.purge(most);
    }
}
