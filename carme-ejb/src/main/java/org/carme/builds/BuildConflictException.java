package org.carme.builds;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** What the build, or the version that it has made, is now forbids it. */
public final class BuildConflictException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private BuildConflictException(String key, Object... arguments) {
        super(ErrorCode.CONFLICT, key, arguments);
    }

    static BuildConflictException notOffered() {
        return new BuildConflictException("conflict.build-offer");
    }

    static BuildConflictException running() {
        return new BuildConflictException("conflict.build-running");
    }

    static BuildConflictException usedBy(String version) {
        return new BuildConflictException("conflict.build-version", version);
    }
}
