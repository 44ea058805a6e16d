package org.carme.users;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The directory answers and does not know that name (any more). */
public final class UnknownPersonException extends CarmeException {
    private static final long serialVersionUID = 1L;

    UnknownPersonException(String name) {
        super(ErrorCode.UNAUTHENTICATED, "unauthenticated", name);
    }
}
