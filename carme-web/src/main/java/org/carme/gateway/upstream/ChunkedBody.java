package org.carme.gateway.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A body in chunks. Extensions are skipped; so are trailers, which have no place in the answer to the browser. */
final class ChunkedBody extends ResponseBody {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 15;
    private static final int MOST_TRAILERS = 100;

    private final UpstreamConnection connection;
    private long leftInChunk;
    private boolean lineEndDue;
    private boolean complete;

    ChunkedBody(UpstreamConnection connection) {
        this.connection = connection;
    }

    @Override
    public ByteBuffer next() throws IOException {
        if (leftInChunk == 0 && !complete) {
            startChunk();
        }
        ByteBuffer piece = connection.take(leftInChunk);
        leftInChunk -= piece.remaining();
        if (leftInChunk == 0 && !complete) {
            // seen at once, the end saves the caller a flush before it; a line end left behind would look like more to
            // come
            complete = connection.skipIfAtHand(END);
            lineEndDue = !complete && !connection.skipIfAtHand(LINE_END);
        }
        return piece;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    private void startChunk() throws IOException {
        if (lineEndDue && !connection.line().isEmpty()) {
            throw new BadAnswerException("a chunk longer than it says");
        }
        leftInChunk = size(connection.line());
        complete = leftInChunk == 0;
        if (complete) {
            skipTrailers();
        }
    }

    private void skipTrailers() throws IOException {
        for (int count = 0; !connection.line().isEmpty(); count++) {
            if (count == MOST_TRAILERS) {
                throw new BadAnswerException("more than " + MOST_TRAILERS + " trailers");
            }
        }
    }

    private static long size(String line) throws BadAnswerException {
        int semicolon = line.indexOf(';');
        String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).stripTrailing();
        if (digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)) {
            throw new BadAnswerException("a chunk without a size");
        }
        return Long.parseLong(digits, 16);
    }
}
