package org.carme.canary;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** No account for the self-test is configured. */
public final class CanaryOffException extends CarmeException {
    private static final long serialVersionUID = 1L;

    CanaryOffException() {
        super(ErrorCode.CONFLICT, "conflict.self-test-off");
    }
}
