package org.carme.entries;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The job has no such service, or not yet. */
public final class EntryNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    EntryNotFoundException(String service) {
        super(ErrorCode.NOT_FOUND, "not-found.entry", service);
    }
}
