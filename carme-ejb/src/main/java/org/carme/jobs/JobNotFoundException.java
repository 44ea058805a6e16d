package org.carme.jobs;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** No such job, or one of somebody else: the two are never told apart. */
public final class JobNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public JobNotFoundException(JobId id) {
        super(ErrorCode.NOT_FOUND, "not-found.job", id.toString());
    }
}
