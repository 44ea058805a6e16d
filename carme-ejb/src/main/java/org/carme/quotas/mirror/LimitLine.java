package org.carme.quotas.mirror;

import java.util.Optional;
import org.carme.cluster.Association;

/**
 * A difference between a limit in Slurm and what the quotas want.
 *
 * @param inSlurm empty: no limit
 * @param wanted empty: no limit
 */
public record LimitLine(
        Association association, LimitName limit, Optional<Long> inSlurm, Optional<Long> wanted, Step step) {
    /** What is to be done. */
    public enum Step {
        SET,
        /** Its rule is gone: back to what was there before Carme's commands. */
        CLEAR,
        /** Somebody has set it stricter by hand, and it stays. */
        KEPT
    }
}
