package org.carme.gateway.upstream;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection to a service. One thread at a time uses it; any thread may close it, which ends a wait. */
public final class UpstreamConnection implements Closeable {
    /** An answer's head must fit in here; bodies are read in pieces of up to this size. */
    public static final int BUFFER_SIZE = 32 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int MOST_INTERIM_ANSWERS = 20;
    private static final int LONGEST_LINE = 4096;

    private final Target target;
    private final SocketChannel socket;
    private final ByteChannel channel;
    /** What has been received and not been used lies between position and limit. */
    private final ByteBuffer input = ByteBuffer.allocate(BUFFER_SIZE).limit(0);

    private boolean used;
    private boolean answering;

    UpstreamConnection(Target target, Dialer.Dialled dialled) {
        this.target = target;
        this.socket = dialled.socket();
        this.channel = dialled.channel();
    }

    Target target() {
        return target;
    }

    /** Whether it has carried an exchange before, so that the service may have closed it in the meantime. */
    public boolean isUsed() {
        return used;
    }

    /** Whether the service has sent anything since {@link #send} was first called for this exchange. */
    public boolean isAnswering() {
        return answering;
    }

    /** For a tunnel, which reads and writes on its own from now on. */
    public SocketChannel socket() {
        return socket;
    }

    /** For a tunnel: the bytes behind {@link #socket()}. */
    public ByteChannel channel() {
        return channel;
    }

    /** @return a copy of what has been received after the head, for a tunnel to begin with */
    public ByteBuffer rest() {
        return ByteBuffer.allocate(input.remaining()).put(input).flip();
    }

    /** Whether there is more to read without waiting. */
    public boolean hasBuffered() {
        return input.hasRemaining();
    }

    public void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Waits for the final answer, or for the consent to switch protocols; interim answers are skipped. */
    public ResponseHead readHead() throws IOException {
        for (int i = 0; i < MOST_INTERIM_ANSWERS; i++) {
            ResponseHead head = nextHead();
            if (!head.isInterim()) {
                return head;
            }
        }
        throw new BadAnswerException("only interim answers");
    }

    /** The body that belongs to the head just read. */
    public ResponseBody body(ResponseHead head, boolean answersHead) throws BadAnswerException {
        return ResponseBody.of(head, answersHead, this);
    }

    /** Makes it ready for another exchange if that is possible after this one, which must be complete. */
    boolean isReusableAfter(ResponseHead head, ResponseBody body) {
        used = true;
        answering = false;
        return head.keepsConnection()
                && body.isDelimited()
                && body.isComplete()
                && !input.hasRemaining()
                && socket.isOpen();
    }

    /** Whether it was closed, or something came in unasked, while it was idle. */
    boolean isStale() {
        try {
            socket.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                socket.configureBlocking(true);
            }
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        // the socket first: closing TLS properly would wait for one that writes
        socket.close();
        channel.close();
    }

    /** @return at least one of the next bytes, at most so many; empty if none is asked for */
    ByteBuffer take(long most) throws IOException {
        if (most == 0) {
            return NOTHING;
        }
        if (!input.hasRemaining()) {
            fill();
        }
        return buffered(most);
    }

    /** @return the next bytes, empty once the service has closed the connection */
    ByteBuffer takeUntilEnd() throws IOException {
        return !input.hasRemaining() && !fillUntilEnd() ? NOTHING : buffered(input.remaining());
    }

    /** @return the next line without its CRLF */
    String line() throws IOException {
        for (int length = 0; length < LONGEST_LINE; length++) {
            while (length + 1 >= input.remaining()) {
                fill();
            }
            int at = input.position() + length;
            if (input.get(at) == '\r' && input.get(at + 1) == '\n') {
                String line = new String(input.array(), input.position(), length, StandardCharsets.ISO_8859_1);
                input.position(at + 2);
                return line;
            }
        }
        throw new BadAnswerException("a line of more than " + LONGEST_LINE + " bytes");
    }

    /** Skips these bytes if they are all here already and next. */
    boolean skipIfAtHand(byte[] expected) {
        if (input.remaining() < expected.length
                || !input.slice(input.position(), expected.length).equals(ByteBuffer.wrap(expected))) {
            return false;
        }
        input.position(input.position() + expected.length);
        return true;
    }

    private ByteBuffer buffered(long most) {
        int size = (int) Math.min(most, input.remaining());
        ByteBuffer piece = input.duplicate().limit(input.position() + size);
        input.position(input.position() + size);
        return piece;
    }

    private ResponseHead nextHead() throws IOException {
        int searched = 0;
        while (true) {
            int end = endOfHead(searched);
            if (end >= 0) {
                int start = input.position();
                input.position(end);
                return new ResponseHeadParser(input.array(), start, end).parse();
            }
            searched = Math.max(0, input.remaining() - 3);
            if (input.remaining() == BUFFER_SIZE) {
                throw new BadAnswerException("headers of more than " + BUFFER_SIZE + " bytes");
            }
            fill();
            answering = true;
        }
    }

    /** @return the position after the empty line, -1 if it has not come yet */
    private int endOfHead(int searched) {
        byte[] bytes = input.array();
        for (int i = input.position() + searched + 3; i < input.limit(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (!fillUntilEnd()) {
            throw new EOFException("the service has closed the connection in the middle");
        }
    }

    private boolean fillUntilEnd() throws IOException {
        input.compact();
        try {
            return channel.read(input) >= 0;
        } finally {
            input.flip();
        }
    }
}
