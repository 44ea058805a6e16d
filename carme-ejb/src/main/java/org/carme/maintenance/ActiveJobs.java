package org.carme.maintenance;

import java.time.Instant;

/** What a maintenance needs of the jobs; told from outside, because this package knows none. */
public interface ActiveJobs {
    /** Waits for the starts that are being stored now, and lets no other begin before the present transaction ends. */
    void holdStarts();

    /** @return how many jobs may still be active then; those that wait count as if they started now */
    long reaching(Instant then);
}
