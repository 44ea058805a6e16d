package org.carme.jobs;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The start would exceed a limit; names the limit and the present use. */
public final class QuotaExceededException extends CarmeException {
    private static final long serialVersionUID = 1L;

    QuotaExceededException(long present, int limit, String template) {
        super(ErrorCode.QUOTA_EXCEEDED, "quota-exceeded.jobs", present, limit, template);
    }
}
