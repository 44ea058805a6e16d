package org.carme.agents;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** A running job's agent does not answer, or does not know what it is asked for. */
public final class AgentUnreachableException extends CarmeException {
    private static final long serialVersionUID = 1L;

    AgentUnreachableException(Throwable cause) {
        super(ErrorCode.CLUSTER_UNAVAILABLE, "cluster-unavailable.agent");
        initCause(cause);
    }
}
