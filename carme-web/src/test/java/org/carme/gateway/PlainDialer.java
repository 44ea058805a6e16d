package org.carme.gateway;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.carme.gateway.upstream.Dialer;
import org.carme.gateway.upstream.Target;

/** Reaches a service on this machine without an agent and without TLS. */
final class PlainDialer implements Dialer {
    @Override
    public Dialled dial(Target target) throws IOException {
        SocketChannel socket = SocketChannel.open(target.address());
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Dialled(socket, socket);
    }
}
