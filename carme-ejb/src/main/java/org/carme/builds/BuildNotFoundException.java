package org.carme.builds;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no such build, or the user may not see it. */
public final class BuildNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    BuildNotFoundException(long id) {
        super(ErrorCode.NOT_FOUND, "not-found.build", Long.toString(id));
    }
}
