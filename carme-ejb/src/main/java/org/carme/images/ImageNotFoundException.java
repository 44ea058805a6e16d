package org.carme.images;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no such image or version, or the reader may not see it. */
public final class ImageNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    ImageNotFoundException(String name) {
        super(ErrorCode.NOT_FOUND, "not-found.image", name);
    }
}
