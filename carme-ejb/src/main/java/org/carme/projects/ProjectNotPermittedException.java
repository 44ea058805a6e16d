package org.carme.projects;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The caller knows the project but may not do this to it. */
public final class ProjectNotPermittedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    ProjectNotPermittedException() {
        super(ErrorCode.NOT_PERMITTED, "not-permitted.project");
    }
}
