package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.utilisation.Samples;

/** Makes old samples of the load coarser, an hour or a day of them at a time, and removes very old ones. */
@Named
@Dependent
public class ThinUtilisation extends Purge {
    @Inject
    Samples samples;

    @Override
    int remove(int most) {
        return samples.thin();
    }
}
