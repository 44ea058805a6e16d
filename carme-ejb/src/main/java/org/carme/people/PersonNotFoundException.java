package org.carme.people;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Neither the directory nor Carme knows that name. */
public final class PersonNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    PersonNotFoundException(String name) {
        super(ErrorCode.NOT_FOUND, "not-found.person", name);
    }
}
