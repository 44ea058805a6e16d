package org.carme.users;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The directory does not answer, and nothing is remembered that would do. */
public final class DirectoryUnavailableException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public DirectoryUnavailableException() {
        super(ErrorCode.DIRECTORY_UNAVAILABLE, ErrorCode.DIRECTORY_UNAVAILABLE.code());
    }
}
