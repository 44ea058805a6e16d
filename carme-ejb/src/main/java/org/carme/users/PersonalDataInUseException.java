package org.carme.users;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Jobs of the user have not ended, so that his name is still needed. */
public final class PersonalDataInUseException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public PersonalDataInUseException(String user, long jobs) {
        super(ErrorCode.CONFLICT, "conflict.person-in-use", user, jobs);
    }
}
