package org.carme.jobs;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** A job has told its owner so much within the last hour that this has to wait. */
public final class TooManyNotesException extends CarmeException {
    private static final long serialVersionUID = 1L;

    TooManyNotesException() {
        super(ErrorCode.TOO_OFTEN, "too-often.notes", JobNotes.MOST, JobNotes.WITHIN.toMinutes());
    }
}
