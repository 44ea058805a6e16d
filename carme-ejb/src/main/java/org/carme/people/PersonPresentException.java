package org.carme.people;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The directory knows the name, so it stays. */
public final class PersonPresentException extends CarmeException {
    private static final long serialVersionUID = 1L;

    PersonPresentException(String name) {
        super(ErrorCode.CONFLICT, "conflict.person-present", name);
    }
}
