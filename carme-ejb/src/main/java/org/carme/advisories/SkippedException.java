package org.carme.advisories;

/** This cannot be read, or should not; the next one may. It never leaves the feature. */
final class SkippedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final SkipReason reason;

    SkippedException(SkipReason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    SkipReason reason() {
        return reason;
    }
}
