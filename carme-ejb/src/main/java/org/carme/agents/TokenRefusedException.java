package org.carme.agents;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The agent's token is not good, or no longer: for the portal its job is over. */
public final class TokenRefusedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    TokenRefusedException() {
        super(ErrorCode.UNAUTHENTICATED, "unauthenticated");
    }
}
