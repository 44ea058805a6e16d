package org.carme.images;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Only image managers and administrators may do this. */
public final class NotImageManagerException extends CarmeException {
    private static final long serialVersionUID = 1L;

    NotImageManagerException() {
        super(ErrorCode.NOT_PERMITTED, "not-permitted.image-managers");
    }
}
