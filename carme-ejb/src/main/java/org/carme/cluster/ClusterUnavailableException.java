package org.carme.cluster;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The scheduler or its accounting did not answer somebody who waits for it. */
public final class ClusterUnavailableException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public ClusterUnavailableException() {
        super(ErrorCode.CLUSTER_UNAVAILABLE, "cluster-unavailable");
    }
}
