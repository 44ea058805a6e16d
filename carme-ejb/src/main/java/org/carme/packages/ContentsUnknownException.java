package org.carme.packages;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** Nobody has said yet what is inside that version of an image, or there is no such package. */
public final class ContentsUnknownException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private ContentsUnknownException(String key, Object subject) {
        super(ErrorCode.NOT_FOUND, key, subject);
    }

    static ContentsUnknownException of(String version) {
        return new ContentsUnknownException("not-found.contents", version);
    }

    static ContentsUnknownException ofPackage(long id) {
        return new ContentsUnknownException("not-found.package", Long.toString(id));
    }
}
