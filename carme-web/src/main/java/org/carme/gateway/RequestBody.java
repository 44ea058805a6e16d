package org.carme.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.carme.gateway.upstream.UpstreamConnection;

/** The body of a request, framed anew on its way to the service: whatever it holds, it ends where we say. */
final class RequestBody {
    private static final int PIECE = 32 * 1024;
    private static final int BEFORE = 8;
    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpServletRequest request;
    private final boolean chunked;
    private final long length;

    RequestBody(HttpServletRequest request) {
        this.request = request;
        this.chunked = request.getHeader("Transfer-Encoding") != null;
        this.length = chunked ? -1 : Math.max(0, request.getContentLengthLong());
    }

    boolean isEmpty() {
        return length == 0;
    }

    void sendTo(UpstreamConnection connection) throws IOException {
        if (isEmpty()) {
            return;
        }
        InputStream in = request.getInputStream();
        // room for the size of a chunk before its bytes and the line end after them: one write for all three
        byte[] buffer = new byte[BEFORE + PIECE + CRLF.length];
        long sent = 0;
        for (int size = read(in, buffer); size >= 0; size = read(in, buffer)) {
            connection.send(chunked ? chunk(buffer, size) : ByteBuffer.wrap(buffer, BEFORE, size));
            sent += size;
        }
        if (chunked) {
            connection.send(ByteBuffer.wrap(LAST_CHUNK));
        } else if (sent != length) {
            throw new BrowserGoneException("the body is shorter than announced");
        }
    }

    private static ByteBuffer chunk(byte[] buffer, int size) {
        if (size == 0) {
            return ByteBuffer.wrap(buffer, 0, 0);
        }
        byte[] start = (Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, buffer, BEFORE - start.length, start.length);
        System.arraycopy(CRLF, 0, buffer, BEFORE + size, CRLF.length);
        return ByteBuffer.wrap(buffer, BEFORE - start.length, start.length + size + CRLF.length);
    }

    private static int read(InputStream in, byte[] buffer) throws BrowserGoneException {
        try {
            return in.read(buffer, BEFORE, PIECE);
        } catch (IOException e) {
            throw new BrowserGoneException(e);
        }
    }
}
