package org.carme.web.security;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The token may not do this. */
public final class MissingScopeException extends CarmeException {
    private static final long serialVersionUID = 1L;

    MissingScopeException(String scope) {
        super(ErrorCode.NOT_PERMITTED, "not-permitted.scope", scope);
    }
}
