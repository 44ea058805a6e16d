package org.carme.agents;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The portal cannot tell yet whether the job runs: the agent should ask again. */
public final class BootstrapPostponedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    BootstrapPostponedException(String why) {
        super(ErrorCode.CLUSTER_UNAVAILABLE, "cluster-unavailable", why);
    }
}
