package org.carme.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway in its real container, between raw clients and a service that behaves as badly as user code can. */
class GatewayIT {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    static Path folder;

    private static ScriptedService service;
    private static GatewayServer gateway;

    @BeforeAll
    static void start() throws IOException {
        service = new ScriptedService();
        service.on("ok", (request, out) -> out.write(OK.getBytes(StandardCharsets.US_ASCII)));
        service.on("echo-head", (request, out) -> {
            byte[] head = request.head().getBytes(StandardCharsets.ISO_8859_1);
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + head.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(head);
        });
        gateway = new GatewayServer(folder, service.port());
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        service.close();
    }

    @Test
    void keepsItsOwnSecretsFromTheService() throws Exception {
        HttpResponse<String> answer = get(
                "echo-head",
                "Cookie",
                "a=1; carme-entry=open; carme-session=x; b=2",
                "Authorization",
                "Bearer portal",
                "X-Forwarded-For",
                "1.2.3.4",
                "Accept",
                "text/html");

        assertThat(answer.body())
                .contains("Cookie: a=1; b=2\r\n", "Authorization: token secret\r\n", "Host: 127.0.0.1:")
                .contains("X-Forwarded-For: 127.0.0.1\r\n", "X-Forwarded-Proto: http\r\n")
                .doesNotContain("carme-", "Bearer", "1.2.3.4");
    }

    @Test
    void keepsConnectionsToTheService() throws Exception {
        get("ok");
        int before = service.connections();
        for (int i = 0; i < 20; i++) {
            assertThat(get("ok").body()).isEqualTo("ok");
        }
        assertThat(service.connections()).isEqualTo(before);
    }

    @Test
    void confinesCookiesAndDropsWhatSpeaksForTheOrigin() throws Exception {
        service.says("cookies", """
                HTTP/1.1 200 OK
                Set-Cookie: a=1; Path=/; Domain=example.org; HttpOnly
                Set-Cookie: carme-entry=mine; Path=/
                Set-Cookie: __Host-x=1; Path=/; Secure
                Clear-Site-Data: "*"
                Service-Worker-Allowed: /
                Strict-Transport-Security: max-age=1
                X-Accel-Redirect: /etc
                X-Own: kept
                Content-Length: 0

                """.replace("\n", "\r\n"));
        HttpResponse<String> answer = get("cookies");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("a=1; HttpOnly; Path=/entry/" + RawClient.KEY + "/keep/");
        assertThat(answer.headers().map().keySet().stream().map(String::toLowerCase))
                .contains("x-own")
                .doesNotContain(
                        "clear-site-data", "service-worker-allowed", "strict-transport-security", "x-accel-redirect");
    }

    @Test
    void passesStatusAndBodyOfErrorsUnchanged() throws Exception {
        service.says("missing", "HTTP/1.1 404 Gone fishing\r\nContent-Length: 0\r\n\r\n");

        HttpResponse<String> answer = get("missing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    static Stream<String> garbage() {
        String head = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                "nonsense\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/2 200\r\n\r\n",
                head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                head + "Content-Length: -1\r\n\r\n",
                head + "Bad Name: x\r\n\r\n",
                head + "X: a\rSet-Cookie: b=1\r\n\r\n",
                head + " folded: x\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n",
                head + "X: " + "y".repeat(40_000) + "\r\n\r\n",
                head + "X: y\r\n".repeat(300) + "\r\n",
                "");
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void answersForAServiceThatTalksNonsense(String answer) throws Exception {
        service.says("garbage", answer);

        HttpResponse<String> got = get("garbage", "Cookie", "carme-entry=open", "Accept", "text/html");
        assertThat(got.statusCode()).isEqualTo(502);
        assertThat(got.body()).contains("<h1>");
    }

    @Test
    void tellsWhenTheServiceTakesTooLong() throws Exception {
        service.on("slow", (request, out) -> Thread.sleep(6000));

        assertThat(get("slow").statusCode()).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 5\r\n",
                "Content-Length: 5, 5\r\n",
                "Content-Length: +5\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Bad Name: x\r\n",
                "X: a\u0001b\r\n"
            })
    void refusesRequestsThatCanBeReadInTwoWays(String header) throws Exception {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("POST", RawClient.path("ok")) + header + "\r\n0\r\n\r\n");
            assertThat(client.head()).containsPattern("^HTTP/1.1 (400|501|413|411) ");
        }
    }

    @Test
    void framesABodyAnewThatHasALengthToo() throws Exception {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("POST", RawClient.path("echo-head"))
                    + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            String head = client.head();
            int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
            assertThat(new String(client.in().readNBytes(length), StandardCharsets.US_ASCII))
                    .contains("Transfer-Encoding: chunked")
                    .doesNotContain("Content-Length");
        }
    }

    @Test
    void doesNotEndWhatTheServiceHasNotFinished() throws Exception {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        service.on("cut", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            seen.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
            throw new IOException("done");
        });
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("GET", RawClient.path("cut")) + "\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            seen.complete(null);
            assertThat(client.rest()).isEqualTo("5\r\nhello\r\n");
        }
    }

    @Test
    void refusesAnAnswerOfWhichNothingHasGoneOut() throws Exception {
        service.says("broken", "HTTP/1.1 200 OK\r\nX-Own: lost\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n");

        HttpResponse<String> answer = get("broken");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().map().keySet().stream().map(String::toLowerCase))
                .doesNotContain("x-own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/entry/abcdefghijklmnopqrstuvwxyz/keep/../ok",
                "/entry/abcdefghijklmnopqrstuvwxyz/keep/%2e%2e/ok",
                "/entry/abcdefghijklmnopqrstuvwxyz/keep/a%2f..%2fok",
                "/entry/abcdefghijklmnopqrstuvwxyz/KEEP/ok",
                "/entry/short/keep/ok",
                "/entry/"
            })
    void hasNothingAtOddAddresses(String path) throws Exception {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("GET", path) + "\r\n");
            assertThat(client.head()).containsPattern("^HTTP/1.1 (400|404) ");
        }
    }

    @Test
    void letsNobodyInWithoutTheCookie() throws Exception {
        assertThat(get("ok", "X-Nothing", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void letsNoOtherSiteAct() throws Exception {
        assertThat(post("ok", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(post("ok", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post("ok", "Origin", gateway.origin()).statusCode()).isEqualTo(200);
    }

    @Test
    void turnsATicketIntoACookieOnce() throws Exception {
        HttpResponse<String> opened = CLIENT.send(
                HttpRequest.newBuilder(URI.create(gateway.origin() + "/entry/" + RawClient.KEY + "/-/open?ticket=good"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).contains("/entry/" + RawClient.KEY + "/keep/tree");
        assertThat(opened.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(opened.headers().firstValue("Set-Cookie"))
                .contains("carme-entry=open; Path=/entry/" + RawClient.KEY + "/; HttpOnly; SameSite=Lax");
    }

    @Test
    void consentsToABodyBeforeItIsSent() throws Exception {
        service.on("upload", GatewayIT::countBody);
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("PUT", RawClient.path("upload"))
                    + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 100 ");
            client.send("hello");
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void carriesAGibibyteDownInLittleMemory() throws Exception {
        service.on("down", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + GIBIBYTE + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[1 << 16];
            for (long sent = 0; sent < GIBIBYTE; sent += piece.length) {
                out.write(piece);
            }
        });
        HttpResponse<InputStream> answer = CLIENT.send(
                request("down").header("Cookie", "carme-entry=open").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.body().skip(GIBIBYTE + 1)).isEqualTo(GIBIBYTE);
    }

    @Test
    void carriesAGibibyteUpInLittleMemory() throws Exception {
        service.on("up", GatewayIT::countBody);
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("PUT", RawClient.path("up")) + "Content-Length: " + GIBIBYTE + "\r\n\r\n");
            byte[] piece = new byte[1 << 16];
            for (long sent = 0; sent < GIBIBYTE; sent += piece.length) {
                client.send(piece);
            }
            assertThat(client.head()).startsWith("HTTP/1.1 200 ").contains("X-Received: " + GIBIBYTE);
        }
    }

    @ParameterizedTest
    @CsvSource({"Connection: close, data: 1", "Transfer-Encoding: chunked, '7\r\ndata: 1\r\n'"})
    void streamsEventsAsTheyCome(String framing, String event) throws Exception {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        service.on("events", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + framing + "\r\n\r\n" + event)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            seen.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
            throw new IOException("done");
        });
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("GET", RawClient.path("events")) + "Connection: close\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            assertThat(client.in().read()).isNotNegative();
            seen.complete(null);
            assertThat(client.rest()).isNotNull();
        }
    }

    @Test
    void saysNothingOfABrowserThatLeaves() throws Exception {
        CompletableFuture<Void> left = new CompletableFuture<>();
        service.on("endless", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            try {
                while (true) {
                    out.write(new byte[1 << 16]);
                }
            } finally {
                left.complete(null);
            }
        });
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("GET", RawClient.path("endless")) + "\r\n");
            client.head();
        }
        try (RawClient client = new RawClient(gateway.port())) {
            client.send(client.request("PUT", RawClient.path("up")) + "Content-Length: 10\r\n\r\nhello");
        }
        left.join();
        get("ok");

        assertThat(folder.resolve("server.log")).content().doesNotContain("Exception");
    }

    @Test
    void servesTwoHundredSlowRequestsAtOnce() {
        service.on("second", (request, out) -> {
            Thread.sleep(1000);
            out.write(OK.getBytes(StandardCharsets.US_ASCII));
        });
        Instant start = Instant.now();
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 200)
                .mapToObj(i -> CLIENT.sendAsync(
                        request("second").header("Cookie", "carme-entry=open").build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();

        assertThat(all).allMatch(answer -> answer.join().statusCode() == 200);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    private static void countBody(ScriptedService.Request request, java.io.OutputStream out) throws IOException {
        long length = Long.parseLong(request.headers().get("content-length"));
        long left = length;
        byte[] piece = new byte[1 << 16];
        while (left > 0) {
            left -= request.body().read(piece, 0, (int) Math.min(piece.length, left));
        }
        out.write(("HTTP/1.1 200 OK\r\nX-Received: " + length + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpResponse<String> get(String name, String... headers) throws Exception {
        String[] sent = headers.length == 0 ? new String[] {"Cookie", "carme-entry=open"} : headers;
        return CLIENT.send(
                request(name).headers(sent).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(String name, String... headers) throws Exception {
        return CLIENT.send(
                request(name)
                        .header("Cookie", "carme-entry=open")
                        .headers(headers)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(URI.create(gateway.origin() + RawClient.path(name)))
                .timeout(Duration.ofSeconds(60));
    }
}
