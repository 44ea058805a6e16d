package org.carme.schedules;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The job runs already. */
public final class JobRunningException extends CarmeException {
    private static final long serialVersionUID = 1L;

    JobRunningException(String job) {
        super(ErrorCode.CONFLICT, "conflict.batch-running", job);
    }
}
