package org.carme.users;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Only administrators may do this. */
public final class NotAdministratorException extends CarmeException {
    private static final long serialVersionUID = 1L;

    NotAdministratorException() {
        super(ErrorCode.NOT_PERMITTED, "not-permitted.administrators");
    }
}
