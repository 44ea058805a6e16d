package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a gateway is visited that hangs. */
class GatewayVisitTest {
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    @Timeout(20)
    void doesNotWaitForeverForTheRestOfAnAnswer() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        });
        URI ticket = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ticket");

        assertThatThrownBy(() -> GatewayVisit.with(ticket, "key", "jupyter"))
                .isInstanceOf(IOException.class)
                .hasMessage("The gateway does not answer");
    }
}
