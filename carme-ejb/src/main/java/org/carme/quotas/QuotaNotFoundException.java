package org.carme.quotas;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no rule of that number. */
public final class QuotaNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    QuotaNotFoundException(long id) {
        super(ErrorCode.NOT_FOUND, "not-found.quota", Long.toString(id));
    }
}
