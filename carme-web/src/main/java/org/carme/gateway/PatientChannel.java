package org.carme.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import tlschannel.WouldBlockException;

/**
 * TLS that reads and writes nothing where its socket would have to wait, as sockets themselves do. A TLS channel takes
 * bytes that it cannot send yet, and sends them only when it is called again; the last of them counts as not taken
 * until then, so that the caller comes back when the socket is ready.
 */
final class PatientChannel implements ByteChannel {
    private final ByteChannel channel;
    private boolean owing;

    PatientChannel(ByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return channel.read(target);
        } catch (WouldBlockException e) {
            return 0;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int before = source.remaining();
        try {
            if (owing) {
                channel.write(ByteBuffer.allocate(0));
                owing = false;
                source.get();
            }
            channel.write(source);
        } catch (WouldBlockException e) {
            if (!owing && before > 0 && !source.hasRemaining()) {
                owing = true;
                source.position(source.position() - 1);
            }
        }
        return before - source.remaining();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
