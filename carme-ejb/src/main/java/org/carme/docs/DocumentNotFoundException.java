package org.carme.docs;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no document at that path. */
public final class DocumentNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    DocumentNotFoundException(String path) {
        super(ErrorCode.NOT_FOUND, "not-found.document", path);
    }
}
