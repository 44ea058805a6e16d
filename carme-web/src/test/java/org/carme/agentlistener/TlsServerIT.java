package org.carme.agentlistener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no proper request, comes too slowly, or too often. */
class TlsServerIT {
    private static final int THREADS = 2;
    private static final int PER_ADDRESS = 8;

    private RunningListener listener;
    private AgentClient client;

    @BeforeEach
    void open() throws IOException {
        listener = new RunningListener(
                Path.of("../carme-ejb/src/test/resources/entry-points"),
                new TlsServer.Limits(THREADS, 16, PER_ADDRESS, Duration.ofSeconds(2)));
        client = new AgentClient(listener.url(), listener.agents().authority().pem());
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertThat(client.post("bootstrap", "", "x".repeat(HttpRequest.LARGEST_BODY))
                        .status())
                .isEqualTo(400);
        assertThat(client.put("contents", "", new byte[HttpRequest.LARGEST_BODY + 1])
                        .status())
                .isEqualTo(401);
        assertThat(client.post("bootstrap", "", "x".repeat(HttpRequest.LARGEST_BODY + 1))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense~~ | 400",
                "POST /api/v1/agent/reports HTTP/2.0~~ | 400",
                "POST http://portal/api/v1/agent/reports HTTP/1.1~~ | 400",
                "POST /api/v1/agent/reports HTTP/1.1~~ | 411",
                "POST /api/v1/agent/reports HTTP/1.1~Transfer-Encoding: chunked~~ | 411",
                "POST /api/v1/agent/reports HTTP/1.1~Content-Length: 5~Transfer-Encoding: chunked~~ | 411",
                "POST /api/v1/agent/reports HTTP/1.1~Content-Length: -5~~ | 400",
                "POST /api/v1/agent/reports HTTP/1.1~Content-Length: 99999999999~~ | 400",
                "POST /api/v1/agent/reports HTTP/1.1~Content-Length: 5~Content-Length: 6~~ | 400",
                "PUT /api/v1/agent/contents HTTP/1.1~Content-Length: 4194305~~ | 413",
                "POST /api/v1/agent/reports HTTP/1.1~X: a~ folded~~ | 400",
                "POST /api/v1/agent/reports HTTP/1.1~X : a~~ | 400"
            })
    void refusesRequestsThatAreNone(String request, int status) throws IOException {
        String answer = client.raw(listener.connect(), request.replace("~", "\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("application/problem+json");
    }

    @Test
    void refusesAHeadThatDoesNotEnd() throws IOException {
        String answer = client.raw(listener.connect(), "POST / HTTP/1.1\r\nX: " + "x".repeat(100_000));

        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void speaksNothingButTls() throws IOException {
        try (Socket plain = listener.connect()) {
            plain.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP");
        }
    }

    @Test
    void cutsOffWhoSaysNothingSoThatTheOthersAreServed() throws IOException {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            silent.add(listener.connect());
        }

        assertThat(client.get("/").status()).isEqualTo(404);
        for (Socket socket : silent) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void cutsOffWhoNeverComesToAnEnd() throws IOException {
        try (SSLSocket dripping = client.tls(listener.connect())) {
            assertThatThrownBy(() -> drip(dripping)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void letsNobodyTakeAllConnections() throws IOException {
        List<Socket> greedy = new ArrayList<>();
        for (int i = 0; i <= PER_ADDRESS; i++) {
            greedy.add(listener.connect());
        }
        greedy.get(PER_ADDRESS).setSoTimeout(1000);

        assertThat(greedy.get(PER_ADDRESS).getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void leavesItsPortWhenItStops() {
        listener.stop();

        assertThatThrownBy(listener::connect).isInstanceOf(IOException.class);
    }

    /** A header of which a byte comes now and then. */
    private static void drip(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("POST / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(100);
        for (int i = 0; i < 100; i++) {
            socket.getOutputStream().write('x');
            try {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("cut off");
                }
            } catch (SocketTimeoutException e) {
                // still listened to
            }
        }
    }
}
