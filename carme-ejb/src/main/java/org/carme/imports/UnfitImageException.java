package org.carme.imports;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** What lies in a store cannot be an image, or not as it lies there. */
final class UnfitImageException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private UnfitImageException(String reason, Object... arguments) {
        super(ErrorCode.INVALID_REQUEST, "unfit-image." + reason, arguments);
    }

    static UnfitImageException path() {
        return new UnfitImageException("path");
    }

    static UnfitImageException kind() {
        return new UnfitImageException("kind");
    }

    static UnfitImageException unreadable() {
        return new UnfitImageException("unreadable");
    }

    static UnfitImageException noShell() {
        return new UnfitImageException("no-shell");
    }

    static UnfitImageException format(String wanted) {
        return new UnfitImageException("format", wanted);
    }

    static UnfitImageException link(String target) {
        return new UnfitImageException("link", target);
    }

    static UnfitImageException linkOut() {
        return new UnfitImageException("link-out");
    }

    static UnfitImageException empty() {
        return new UnfitImageException("empty");
    }

    static UnfitImageException declaration(String file, String what) {
        return new UnfitImageException("declaration", file, what);
    }

    static UnfitImageException noRuntime() {
        return new UnfitImageException("no-runtime");
    }

    static UnfitImageException twice(String image) {
        return new UnfitImageException("twice", image);
    }

    static UnfitImageException taken(String image, String location) {
        return new UnfitImageException("taken", image, location);
    }
}
