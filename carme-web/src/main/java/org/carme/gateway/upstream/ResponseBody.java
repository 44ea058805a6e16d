package org.carme.gateway.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The bytes after an answer's head, piece by piece as they come in. */
public abstract class ResponseBody {
    private static final int MOST_DIGITS = 18;

    /** @return the next bytes, good until the next call; empty at the end */
    public abstract ByteBuffer next() throws IOException;

    /** Whether the whole body has been handed out, as far as can be told without waiting. */
    public abstract boolean isComplete();

    /** @return in bytes as the head tells it, -1 if it does not */
    public long length() {
        return -1;
    }

    /** Whether its end can be seen without the connection being closed. */
    boolean isDelimited() {
        return true;
    }

    static ResponseBody of(ResponseHead head, boolean answersHead, UpstreamConnection connection)
            throws BadAnswerException {
        List<String> encodings = head.values("Transfer-Encoding");
        List<String> lengths = head.values("Content-Length");
        if (!encodings.isEmpty() && (!lengths.isEmpty() || head.minorVersion() == 0)) {
            throw new BadAnswerException("a length told in two ways");
        }
        long length = length(lengths);
        if (answersHead || head.neverHasBody()) {
            return new FixedBody(connection, head.neverHasBody() ? -1 : length, 0);
        }
        if (!encodings.isEmpty()) {
            if (encodings.size() > 1 || !encodings.get(0).equalsIgnoreCase("chunked")) {
                throw new BadAnswerException("an unknown transfer encoding");
            }
            return new ChunkedBody(connection);
        }
        return length >= 0 ? new FixedBody(connection, length, length) : new EndlessBody(connection);
    }

    private static long length(List<String> values) throws BadAnswerException {
        if (values.isEmpty()) {
            return -1;
        }
        String value = values.get(0);
        if (values.size() > 1
                || value.isEmpty()
                || value.length() > MOST_DIGITS
                || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadAnswerException("a Content-Length that is not one number");
        }
        return Long.parseLong(value);
    }

    private static final class FixedBody extends ResponseBody {
        private final UpstreamConnection connection;
        private final long length;
        private long left;

        FixedBody(UpstreamConnection connection, long length, long left) {
            this.connection = connection;
            this.length = length;
            this.left = left;
        }

        @Override
        public ByteBuffer next() throws IOException {
            ByteBuffer piece = connection.take(left);
            left -= piece.remaining();
            return piece;
        }

        @Override
        public boolean isComplete() {
            return left == 0;
        }

        @Override
        public long length() {
            return length;
        }
    }

    private static final class EndlessBody extends ResponseBody {
        private final UpstreamConnection connection;
        private boolean ended;

        EndlessBody(UpstreamConnection connection) {
            this.connection = connection;
        }

        @Override
        public ByteBuffer next() throws IOException {
            ByteBuffer piece = connection.takeUntilEnd();
            ended = !piece.hasRemaining();
            return piece;
        }

        @Override
        public boolean isComplete() {
            return ended;
        }

        @Override
        boolean isDelimited() {
            return false;
        }
    }
}
