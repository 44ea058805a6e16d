package org.carme.builds;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The user may not build, or nobody can here. */
public final class BuildNotPermittedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private BuildNotPermittedException(String key) {
        super(ErrorCode.NOT_PERMITTED, key);
    }

    static BuildNotPermittedException off() {
        return new BuildNotPermittedException("not-permitted.builds-off");
    }

    static BuildNotPermittedException notForHim() {
        return new BuildNotPermittedException("not-permitted.builds");
    }
}
