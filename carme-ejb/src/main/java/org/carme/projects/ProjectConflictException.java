package org.carme.projects;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** This does not follow upon how things stand. */
public final class ProjectConflictException extends CarmeException {
    private static final long serialVersionUID = 1L;

    ProjectConflictException() {
        super(ErrorCode.CONFLICT, "conflict.project");
    }
}
