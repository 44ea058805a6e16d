package org.carme.delivery;

import java.time.Duration;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** So many test messages were sent that the next has to wait. */
public final class TooManyTrialsException extends CarmeException {
    private static final long serialVersionUID = 1L;

    TooManyTrialsException(Duration wait) {
        super(
                ErrorCode.TOO_OFTEN,
                "too-often.test-message",
                TrialRow.MOST,
                TrialRow.WITHIN.toMinutes(),
                wait.toMinutes() + 1);
    }
}
