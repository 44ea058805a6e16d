package org.carme.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WebSockets through the gateway in its real container; what they carry is only bytes to it. All must hold as well where
 * the container does not give its sockets away.
 */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class TunnelIT {
    private static final String AGREED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: v1\r\n\r\n";
    private static final int FRAME = 16 * 1024 * 1024;

    @TempDir
    static Path folder;

    private static ScriptedService service;
    private static GatewayServer gateway;

    @Parameter
    boolean throughStreams;

    @BeforeAll
    static void start() throws IOException {
        service = new ScriptedService();
        service.on("socket", (request, out) -> {
            out.write(AGREED.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            request.body().transferTo(out);
            throw new IOException("done");
        });
        gateway = new GatewayServer(folder, service.port());
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        service.close();
    }

    @Test
    void echoesSixteenMebibytesWhoeverIsSlow() throws Exception {
        byte[] frame = new byte[FRAME];
        new Random(1).nextBytes(frame);
        try (RawClient client = open("open")) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(client, frame));
            Thread.sleep(1000);
            assertThat(new DataInputStream(client.in()).readNBytes(FRAME)).isEqualTo(frame);
            sending.join();
        }
    }

    @Test
    void answersManyShortMessages() throws Exception {
        try (RawClient client = open("open")) {
            DataInputStream in = new DataInputStream(client.in());
            for (int i = 0; i < 2000; i++) {
                client.send(new byte[] {(byte) i, 2, 3});
                assertThat(in.readNBytes(3)[0]).isEqualTo((byte) i);
            }
        }
    }

    @Test
    void passesOnWhatTheServiceSaysFirst() throws Exception {
        service.on("greeting", (request, out) -> {
            out.write((AGREED + "hello").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            request.body().transferTo(OutputStream.nullOutputStream());
        });
        try (RawClient client = new RawClient(gateway.port())) {
            shakeHands(client, "greeting", "open");
            assertThat(client.in().readNBytes(5)).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** No browser does, but it must not hang. */
    @Test
    void losesNothingThatComesWithTheHandshake() throws Exception {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(handshake(client, "socket", "open") + "early");
            client.head();
            client.send(" late");
            assertThat(new String(client.in().readNBytes(10), StandardCharsets.US_ASCII))
                    .isEqualTo("early late");
        }
    }

    /** Often, because the end may come while the container still makes the connection. */
    @RepeatedTest(100)
    void closesTheBrowserWhenTheServiceCloses() throws Exception {
        service.on("goodbye", (request, out) -> {
            out.write((AGREED + "bye").getBytes(StandardCharsets.US_ASCII));
            throw new IOException("done");
        });
        try (RawClient client = new RawClient(gateway.port())) {
            shakeHands(client, "goodbye", "open");
            assertThat(client.rest()).isEqualTo("bye");
        }
    }

    @Test
    void closesTheServiceWhenTheBrowserCloses() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        service.on("left", (request, out) -> {
            out.write(AGREED.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            request.body().transferTo(OutputStream.nullOutputStream());
            closed.complete(true);
        });
        RawClient client = new RawClient(gateway.port());
        shakeHands(client, "left", "open");
        client.close();
        assertThat(closed.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                .isTrue();
    }

    @Test
    void closesWithinASecondOfTheLogOut() throws Exception {
        String session = "open-ending-" + throughStreams;
        try (RawClient client = open(session);
                RawClient other = open("open")) {
            Instant end = Instant.now();
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(gateway.origin() + "/test/end?session=" + session))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(client.in().read()).isEqualTo(-1);
            assertThat(Duration.between(end, Instant.now())).isLessThan(Duration.ofSeconds(1));
            other.send("x");
            assertThat(other.in().read()).isEqualTo('x');
        }
    }

    @Test
    void takesTheSocketFromTheContainer() throws Exception {
        open("open").close();

        assertThat(folder.resolve("server.log")).content().doesNotContain("keeps its connections");
    }

    @Test
    void passesARefusalOn() throws Exception {
        service.says("no", "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(
                    client.request("GET", RawClient.path("no")) + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 403 ");
        }
    }

    private RawClient open(String session) throws IOException {
        RawClient client = new RawClient(gateway.port());
        shakeHands(client, "socket", session);
        return client;
    }

    private void shakeHands(RawClient client, String name, String session) throws IOException {
        client.send(handshake(client, name, session));
        assertThat(client.head())
                .startsWith("HTTP/1.1 101 ")
                .containsIgnoringCase("Upgrade: websocket\r\n")
                .contains("Sec-WebSocket-Protocol: v1\r\n");
    }

    private String handshake(RawClient client, String name, String session) {
        return client.request("GET", RawClient.path(name)).replace("=open", "=" + session)
                + (throughStreams ? PlainGatewayServlet.STREAMS + ": yes\r\n" : "")
                + "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n\r\n";
    }

    private static void send(RawClient client, byte[] bytes) {
        try {
            client.send(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
