package org.carme.gateway.upstream;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/** Makes connections to services: through an agent's TLS, or plain for a service on this machine. */
public interface Dialer {
    /**
     * @return connected and, if need be, shaken hands; blocking
     * @throws IOException if nobody answers, not in time, or not the one that should
     */
    Dialled dial(Target target) throws IOException;

    /**
     * A connection just made.
     *
     * @param socket decides whether reading and writing wait, and can be watched by a selector
     * @param channel carries the bytes; closes the socket when it is closed. Where the socket does not wait, it reads and
     *     writes nothing instead.
     */
    record Dialled(SocketChannel socket, ByteChannel channel) {}
}
