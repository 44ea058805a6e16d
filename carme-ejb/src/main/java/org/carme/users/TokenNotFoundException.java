package org.carme.users;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** No such token, or one of somebody else. */
public final class TokenNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    TokenNotFoundException(long id) {
        super(ErrorCode.NOT_FOUND, "not-found.token", id);
    }
}
