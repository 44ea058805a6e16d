package org.carme.backup;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The folder with the backups does not answer, or the portal cannot read it. */
public final class BackupsUnavailableException extends CarmeException {
    private static final long serialVersionUID = 1L;

    BackupsUnavailableException() {
        super(ErrorCode.BACKUPS_UNAVAILABLE, ErrorCode.BACKUPS_UNAVAILABLE.code());
    }
}
