package org.carme.advisories;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** No folder with advisories is configured. */
public final class AdvisoriesOffException extends CarmeException {
    private static final long serialVersionUID = 1L;

    AdvisoriesOffException() {
        super(ErrorCode.CONFLICT, "conflict.advisories-off");
    }
}
