package org.carme.audit;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Only auditors may read others' entries and check the log. */
public final class AuditNotPermittedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    AuditNotPermittedException() {
        super(ErrorCode.NOT_PERMITTED, "not-permitted");
    }
}
