package org.carme.agentlistener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.carme.agents.TestAgents;
import org.carme.texts.ErrorTexts;

/** The real listener with all that is behind it, but for container and scheduler, at a free port of loopback. */
final class RunningListener implements AutoCloseable {
    private static final Path AGENT =
            Path.of("../server-config/agent/carme-agent").toAbsolutePath().normalize();
    private static final int READ_MILLIS = 10_000;

    private final ServerSocket socket = new ServerSocket();
    private final TestAgents agents;
    private final TlsServer server;

    RunningListener(Path declarations, TlsServer.Limits limits) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        agents = new TestAgents(
                declarations,
                Map.of(
                        "carme.agent.url", url().toString(),
                        "carme.agent.program", AGENT.toString(),
                        "carme.gateway.networks", "10.77.1.0/24,127.0.0.0/8"));
        server = new TlsServer(
                socket,
                agents.authority().listenerTls("127.0.0.1"),
                new AgentEndpoint(
                        agents.bootstrapService(),
                        agents.reportService(),
                        agents.wishService(),
                        agents.settings(),
                        new ErrorTexts()),
                limits,
                Executors.defaultThreadFactory());
        server.start();
    }

    TestAgents agents() {
        return agents;
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort());
    }

    Socket connect() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        connected.setSoTimeout(READ_MILLIS);
        return connected;
    }

    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        stop();
        agents.close();
    }
}
