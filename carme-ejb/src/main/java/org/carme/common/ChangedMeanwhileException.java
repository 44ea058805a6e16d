package org.carme.common;

/** Somebody else has changed the object since the caller looked at it. */
public final class ChangedMeanwhileException extends CarmeException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException() {
        super(ErrorCode.CONFLICT, "conflict");
    }

    /** @param what has changed, such as {@code limit: 3 → 5} */
    public ChangedMeanwhileException(String who, String what) {
        super(ErrorCode.CONFLICT, "conflict.changed", who, what);
    }
}
