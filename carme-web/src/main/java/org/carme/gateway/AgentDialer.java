package org.carme.gateway;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.carme.agents.pki.GatewayTls;
import org.carme.gateway.upstream.Dialer;
import org.carme.gateway.upstream.Target;
import tlschannel.ClientTlsChannel;
import tlschannel.HeapBufferAllocator;
import tlschannel.NeedsWriteException;
import tlschannel.TlsChannel;
import tlschannel.WouldBlockException;

/** Reaches a service through its job's agent: mutual TLS, with the service's name as the server's name. */
final class AgentDialer implements Dialer {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);

    private final GatewayTls tls;

    AgentDialer(GatewayTls tls) {
        this.tls = tls;
    }

    @Override
    public Dialled dial(Target target) throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            socket.socket().connect(target.address(), (int) CONNECT.toMillis());
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // a node that vanishes without a word is noticed in the end
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            TlsChannel channel = ClientTlsChannel.newBuilder(
                            socket,
                            tls.engine(
                                    target.jobKey(),
                                    target.service(),
                                    target.address().getPort()))
                    // the default allocates and frees native memory for every read
                    .withEncryptedBufferAllocator(new HeapBufferAllocator())
                    .build();
            shakeHands(socket, channel);
            return new Dialled(socket, new PatientChannel(channel));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** With a limit of time, which blocking channels do not have: the other side is the user's own program. */
    private static void shakeHands(SocketChannel socket, TlsChannel channel) throws IOException {
        long deadline = System.nanoTime() + HANDSHAKE.toNanos();
        socket.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            SelectionKey key = socket.register(selector, 0);
            while (!isDone(channel, key)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || selector.select(left) == 0) {
                    throw new SocketTimeoutException("The agent does not shake hands");
                }
                selector.selectedKeys().clear();
            }
        }
        socket.configureBlocking(true);
    }

    private static boolean isDone(TlsChannel channel, SelectionKey key) throws IOException {
        try {
            channel.handshake();
            return true;
        } catch (NeedsWriteException e) {
            key.interestOps(SelectionKey.OP_WRITE);
        } catch (WouldBlockException e) {
            key.interestOps(SelectionKey.OP_READ);
        }
        return false;
    }
}
