package org.carme.rest.bodies;

import org.carme.common.InvalidRequestException;

/** What nothing can be answered without. */
public final class Required {
    private Required() {}

    /**
     * The value of a field or parameter.
     *
     * @throws InvalidRequestException naming it, if it was not given
     */
    public static <T> T value(String name, T value) {
        if (value == null) {
            throw InvalidRequestException.naming(name, "invalid-request.field");
        }
        return value;
    }
}
