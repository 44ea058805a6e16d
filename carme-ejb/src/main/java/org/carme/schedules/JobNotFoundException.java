package org.carme.schedules;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no such batch job, or none that is started by the clock. */
public final class JobNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    JobNotFoundException(String name) {
        super(ErrorCode.NOT_FOUND, "not-found.batch-job", name);
    }
}
