package org.carme.backup;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** No folder for backups is configured. */
public final class BackupsOffException extends CarmeException {
    private static final long serialVersionUID = 1L;

    BackupsOffException() {
        super(ErrorCode.CONFLICT, "conflict.backups-off");
    }
}
