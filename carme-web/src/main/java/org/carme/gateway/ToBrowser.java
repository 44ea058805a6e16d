package org.carme.gateway;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;

/** From a service to the browser. Only the loop's thread moves bytes; it stops reading while the browser is slow. */
final class ToBrowser implements WriteListener {
    private final Tunnel tunnel;
    private final ByteChannel service;
    private final ServletOutputStream out;
    private ByteBuffer first;
    private boolean flushDue;
    private boolean ended;
    private boolean waiting;

    ToBrowser(Tunnel tunnel, ByteChannel service, ServletOutputStream out, ByteBuffer first) {
        this.tunnel = tunnel;
        this.service = service;
        this.out = out;
        this.first = first;
    }

    @Override
    public void onWritePossible() {
        tunnel.later(this::move);
    }

    @Override
    public void onError(Throwable cause) {
        tunnel.fail(cause);
    }

    void move() {
        if (!tunnel.isOpen()) {
            return;
        }
        try {
            boolean more = true;
            while (more && out.isReady()) {
                more = step();
            }
            awaitService(!more);
        } catch (IOException | RuntimeException e) {
            // the container throws anything about a connection that it has just taken apart
            tunnel.fail(e);
        }
    }

    private void awaitService(boolean wanted) {
        if (waiting != wanted) {
            waiting = wanted;
            tunnel.interest(SelectionKey.OP_READ, wanted);
        }
    }

    /** @return false if there is nothing to do before the service sends more */
    private boolean step() throws IOException {
        if (flushDue) {
            flushDue = false;
            out.flush();
            return true;
        }
        if (ended) {
            tunnel.cut();
            return false;
        }
        ByteBuffer buffer = next();
        if (buffer.hasRemaining()) {
            out.write(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            flushDue = true;
        }
        return buffer.hasRemaining() || ended;
    }

    private ByteBuffer next() throws IOException {
        if (first.hasRemaining()) {
            ByteBuffer received = first;
            first = ByteBuffer.allocate(0);
            return received;
        }
        ByteBuffer buffer = tunnel.loop().buffer();
        ended = service.read(buffer) < 0;
        return buffer.flip();
    }
}
