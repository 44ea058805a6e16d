package org.carme.projects;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There is no such project, or it is none of the caller's. */
public final class ProjectNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    ProjectNotFoundException() {
        super(ErrorCode.NOT_FOUND, "not-found.project");
    }
}
