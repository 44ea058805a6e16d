package org.carme.builds;

import java.util.Locale;

/** Why a build has failed. */
public enum BuildFailure {
    /** A step has; the detail says why. */
    STEP,
    /** Not every entry point can be used in the result; the detail says which and why. */
    ENTRY_POINTS,
    /** Somebody has taken the image or the version meanwhile, or changed it. */
    CONFLICT,
    /** The job ended before; the detail says why, if the scheduler does. */
    JOB_ENDED;

    /** @return as the API and bundle keys know it */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
