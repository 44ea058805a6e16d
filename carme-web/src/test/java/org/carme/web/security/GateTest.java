package org.carme.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private final Gate gate = new Gate();

    @BeforeEach
    void configure() {
        gate.origins = new Origins();
        gate.origins.portal = URI.create("http://localhost:8080");
        gate.origins.gateway = URI.create("http://127.0.0.1:8081");
    }

    @Test
    void letsPagesThroughOnThePortalOnly() {
        FakeRequest page = FakeRequest.get("/index.xhtml");

        assertThat(gate.refusal(page.build())).isEmpty();
        assertThat(gate.refusal(page.header("Host", "127.0.0.1:8081").build())).hasValue(404);
    }

    @Test
    void letsEntryPointsThroughOnTheGatewayOnly() {
        FakeRequest entry = FakeRequest.get("/entry").pathInfo("/key/jupyter/tree");

        assertThat(gate.refusal(entry.header("Host", "127.0.0.1:8081").build())).isEmpty();
        assertThat(gate.refusal(entry.header("Host", "localhost:8080").build())).hasValue(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "localhost:8081", "127.0.0.1:8080", ""})
    void refusesOtherHosts(String host) {
        assertThat(gate.refusal(
                        FakeRequest.get("/index.xhtml").header("Host", host).build()))
                .hasValue(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/metrics", "/openapi"})
    void closesWhatTheServerTellsAnybody(String path) {
        assertThat(gate.refusal(FakeRequest.get(path).build())).hasValue(404);
    }

    @Test
    void showsTheErrorPageAfterAnErrorOnly() {
        FakeRequest page = FakeRequest.get("/error.xhtml");

        assertThat(gate.refusal(page.build())).hasValue(404);
        assertThat(gate.refusal(page.dispatcher(DispatcherType.ERROR).build())).isEmpty();
        assertThat(gate.refusal(FakeRequest.post("/error.xhtml")
                        .header("Origin", "http://localhost:8080")
                        .build()))
                .as("log-out on that page")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://127.0.0.1:8081", "https://localhost:8080", "null"})
    void refusesChangesFromOtherSites(String origin) {
        assertThat(gate.refusal(FakeRequest.post("/index.xhtml")
                        .header("Origin", origin)
                        .build()))
                .hasValue(403);
    }

    @Test
    void refusesChangesFromNowhere() {
        assertThat(gate.refusal(FakeRequest.post("/index.xhtml").build())).hasValue(403);
    }

    @Test
    void acceptsChangesFromItsOwnPages() {
        FakeRequest byOrigin = FakeRequest.post("/index.xhtml").header("Origin", "http://localhost:8080");
        FakeRequest byBrowser = FakeRequest.post("/index.xhtml").header("Sec-Fetch-Site", "same-origin");

        assertThat(gate.refusal(byOrigin.build())).isEmpty();
        assertThat(gate.refusal(byBrowser.build())).isEmpty();
    }

    @Test
    void refusesSocketsOpenedByOtherSites() {
        FakeRequest socket = FakeRequest.get("/jakarta.faces.push/jobs").header("Upgrade", "websocket");

        assertThat(gate.refusal(socket.header("Origin", "http://127.0.0.1:8081").build()))
                .hasValue(403);
        assertThat(gate.refusal(socket.header("Origin", "http://localhost:8080").build()))
                .isEmpty();
    }

    @Test
    void asksNoOriginOfCallsThatCarryNoCookie() {
        assertThat(gate.refusal(FakeRequest.post("/api/v1").pathInfo("/jobs").build()))
                .isEmpty();
    }
}
