package org.carme.advisories;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** No check has looked yet at what is inside that version of an image. */
public final class AdvisoriesUnknownException extends CarmeException {
    private static final long serialVersionUID = 1L;

    AdvisoriesUnknownException(String version) {
        super(ErrorCode.NOT_FOUND, "not-found.advisories", version);
    }
}
