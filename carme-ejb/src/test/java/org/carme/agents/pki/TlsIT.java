package org.carme.agents.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.carme.database.TestDatabase;
import org.carme.keys.MasterSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real handshakes: who gets through, and above all who does not. */
class TlsIT {
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz";
    private static final String OTHER_KEY = "zyxwvutsrqponmlkjihgfedcba";
    private static final int TIMEOUT = 5000;

    private final TestDatabase database = new TestDatabase();
    private final TestDatabase foreignDatabase = new TestDatabase();
    private final Clock clock = Clock.systemUTC();
    private final Instant until = clock.instant().plus(Duration.ofHours(1));
    private CertificateAuthority authority;
    private CertificateAuthority foreign;

    @BeforeEach
    void found() {
        MasterSecret secret = new MasterSecret(new byte[MasterSecret.LENGTH]);
        authority = TestAuthority.on(database, secret, clock);
        foreign = TestAuthority.on(foreignDatabase, secret, clock);
    }

    @AfterEach
    void close() {
        database.close();
        foreignDatabase.close();
    }

    @Test
    void gatewayAndAgentAcceptEachOther() {
        assertThatCode(() -> talk(agent(authority, KEY), gateway(authority))).doesNotThrowAnyException();
    }

    @Test
    void gatewayRefusesTheAgentOfAnotherJob() {
        assertThatThrownBy(() -> talk(agent(authority, OTHER_KEY), gateway(authority)))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("jupyter." + KEY + ".carme");
    }

    @Test
    void gatewayRefusesAnAgentOfAForeignAuthority() {
        assertThatThrownBy(() -> talk(agent(foreign, KEY), gateway(authority))).isInstanceOf(SSLException.class);
    }

    @Test
    void agentRefusesAGatewayOfAForeignAuthority() {
        assertThatThrownBy(() -> talk(
                        agent(authority, KEY),
                        (socket, key, service) ->
                                client(TlsContexts.of(foreign.issueGateway(until), authority.certificate()), socket)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void agentRefusesTheAgentOfAJobAsItsGateway() {
        assertThatThrownBy(() -> talk(
                        agent(authority, KEY),
                        (socket, key, service) -> client(
                                TlsContexts.of(authority.issueAgent(OTHER_KEY, until), authority.certificate()),
                                socket)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void gatewayCertificateIsNoServer() {
        assertThatThrownBy(() -> talk(
                        TlsContexts.of(authority.issueGateway(until), authority.certificate()),
                        (socket, key, service) ->
                                client(TlsContexts.of(authority.issueGateway(until), authority.certificate()), socket)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void listenerIsKnownByItsAddress() throws IOException {
        SSLSocket socket = listen(authority.listenerTls("127.0.0.1"));
        assertThatCode(socket::startHandshake).doesNotThrowAnyException();
        socket.close();

        SSLSocket other = listen(authority.listenerTls("portal.example.org"));
        assertThatThrownBy(other::startHandshake).isInstanceOf(SSLException.class);
    }

    @Test
    void engineChecksTheSameNames() {
        SSLEngine engine = TestAuthority.gateway(authority, clock).engine(KEY, "jupyter", 40_000);

        assertThat(engine.getPeerHost()).isEqualTo("jupyter." + KEY + ".carme");
        assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm())
                .isEqualTo("HTTPS");
    }

    private interface Client {
        SSLSocket over(Socket connected, String jobKey, String service) throws IOException;
    }

    private SSLContext agent(CertificateAuthority issuer, String jobKey) {
        return TlsContexts.of(issuer.issueAgent(jobKey, until), authority.certificate());
    }

    private Client gateway(CertificateAuthority issuer) {
        GatewayTls gateway = TestAuthority.gateway(issuer, clock);
        return gateway::over;
    }

    /** Sends one byte there and back through an agent that wants a client certificate. */
    private static void talk(SSLContext agent, Client client) throws IOException {
        try (SSLServerSocket server = (SSLServerSocket)
                agent.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setNeedClientAuth(true);
            server.setSoTimeout(TIMEOUT);
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echo(server));
            Socket plain = new Socket();
            plain.connect(server.getLocalSocketAddress(), TIMEOUT);
            plain.setSoTimeout(TIMEOUT);
            try (SSLSocket socket = client.over(plain, KEY, "jupyter")) {
                socket.getOutputStream().write(7);
                if (socket.getInputStream().read() != 7) {
                    throw new IOException("closed by the agent");
                }
            } finally {
                echo.join();
            }
        }
    }

    private static void echo(SSLServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream().write(socket.getInputStream().read());
        } catch (IOException refused) {
            // what the client sees of it is what the tests look at
        }
    }

    private static SSLSocket client(SSLContext context, Socket plain) throws IOException {
        return (SSLSocket) context.getSocketFactory()
                .createSocket(plain, InetAddress.getLoopbackAddress().getHostAddress(), plain.getPort(), true);
    }

    private SSLSocket listen(ListenerTls tls) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket plain = new Socket();
            plain.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), TIMEOUT);
            SSLSocket accepted = tls.over(server.accept());
            new Thread(() -> handshake(accepted)).start();
            SSLSocket socket = client(TlsContexts.of(authority.issueGateway(until), authority.certificate()), plain);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(TIMEOUT);
            return socket;
        }
    }

    private static void handshake(SSLSocket socket) {
        try {
            socket.startHandshake();
        } catch (IOException refused) {
            // the client's side is looked at
        }
    }
}
