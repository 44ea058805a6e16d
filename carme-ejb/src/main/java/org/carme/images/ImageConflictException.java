package org.carme.images;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** What an image or its version is now, or who uses it, forbids the change. */
public final class ImageConflictException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private ImageConflictException(String key, Object... arguments) {
        super(ErrorCode.CONFLICT, key, arguments);
    }

    static ImageConflictException noSuchStep() {
        return new ImageConflictException("conflict.image-state");
    }

    static ImageConflictException fixed() {
        return new ImageConflictException("conflict.image-fixed");
    }

    static ImageConflictException usedByJobs(long jobs) {
        return new ImageConflictException("conflict.image-jobs", jobs);
    }

    static ImageConflictException offeredBy(String templates) {
        return new ImageConflictException("conflict.image-templates", templates);
    }
}
