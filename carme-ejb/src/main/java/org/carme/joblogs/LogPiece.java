package org.carme.joblogs;

/** Some bytes of a job's log. */
public final class LogPiece {
    private final long offset;
    private final byte[] data;

    /** @param offset where in the log they stand */
    public LogPiece(long offset, byte[] data) {
        this.offset = offset;
        this.data = data.clone();
    }

    long offset() {
        return offset;
    }

    byte[] data() {
        return data.clone();
    }
}
