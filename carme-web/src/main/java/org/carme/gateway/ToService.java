package org.carme.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;

/** From the browser to a service. While the service is slow, nothing more is read, and so the browser has to wait. */
final class ToService implements ReadListener {
    private static final int BUFFER_SIZE = 16 * 1024;

    private final Tunnel tunnel;
    private final ByteChannel service;
    private final ServletInputStream in;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).limit(0);
    private boolean waiting;

    ToService(Tunnel tunnel, ByteChannel service, ServletInputStream in) {
        this.tunnel = tunnel;
        this.service = service;
        this.in = in;
    }

    @Override
    public void onDataAvailable() {
        move();
    }

    @Override
    public void onAllDataRead() {
        tunnel.cut();
    }

    @Override
    public void onError(Throwable cause) {
        tunnel.fail(cause);
    }

    /** Called by the container's threads and, when the service is ready for more again, by the loop's. */
    synchronized void move() {
        try {
            while (tunnel.isOpen() && (buffer.hasRemaining() || fill())) {
                service.write(buffer);
                if (buffer.hasRemaining()) {
                    awaitService(true);
                    return;
                }
            }
            awaitService(false);
        } catch (IOException | RuntimeException e) {
            // the container throws anything about a connection that it has just taken apart
            tunnel.fail(e);
        }
    }

    /** @return false if the container will call again when there is more */
    private boolean fill() throws IOException {
        if (!in.isReady()) {
            return false;
        }
        int size = in.read(buffer.array());
        if (size < 0) {
            tunnel.cut();
            return false;
        }
        buffer.clear().limit(size);
        return true;
    }

    private void awaitService(boolean wanted) {
        if (waiting != wanted) {
            waiting = wanted;
            tunnel.later(() -> tunnel.interest(SelectionKey.OP_WRITE, wanted));
        }
    }
}
