package org.carme.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One direction of a tunnel between two sockets; on the loop's thread only. While the sink is slow, nothing more is read. */
final class Pump {
    /** A socket and what is read from it and written to it: the same, or TLS above it. */
    record Side(SocketChannel socket, ByteChannel channel) {
        boolean isPlain() {
            return socket == channel;
        }
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** Then it is the turn of other tunnels. */
    private static final int MOST_PIECES = 16;

    private final Tunnel tunnel;
    private final Side source;
    private final Side sink;
    private ByteBuffer rest;
    private boolean waiting;

    /** @param first what has been read already */
    Pump(Tunnel tunnel, Side source, Side sink, ByteBuffer first) {
        this.tunnel = tunnel;
        this.source = source;
        this.sink = sink;
        this.rest = first;
    }

    /** To be called when the source can be read, and when the sink can be written again. */
    void move() throws IOException {
        if (!isOut(rest)) {
            return;
        }
        rest = NOTHING;
        for (int i = 0; i < MOST_PIECES; i++) {
            ByteBuffer buffer = tunnel.loop().buffer();
            int size = source.channel().read(buffer);
            if (size < 0) {
                tunnel.cut();
            }
            if (size <= 0) {
                return;
            }
            if (!isOut(buffer.flip())) {
                rest = ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
                return;
            }
            if (source.isPlain()) {
                // the selector tells of more, but not of what TLS has decrypted already
                return;
            }
        }
        tunnel.later(this::move);
    }

    private boolean isOut(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining()) {
            sink.channel().write(bytes);
        }
        boolean blocked = bytes.hasRemaining();
        if (waiting != blocked) {
            waiting = blocked;
            tunnel.loop().interest(source.socket(), SelectionKey.OP_READ, !blocked);
            tunnel.loop().interest(sink.socket(), SelectionKey.OP_WRITE, blocked);
        }
        return !blocked;
    }
}
