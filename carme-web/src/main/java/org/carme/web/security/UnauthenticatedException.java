package org.carme.web.security;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Nobody is known to have sent the request, or his session has ended. */
public final class UnauthenticatedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public UnauthenticatedException() {
        super(ErrorCode.UNAUTHENTICATED, ErrorCode.UNAUTHENTICATED.code());
    }
}
