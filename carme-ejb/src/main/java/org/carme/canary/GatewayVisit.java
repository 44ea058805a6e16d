package org.carme.canary;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A visit as a browser makes it: the ticket first, then with the cookie that it gives. */
final class GatewayVisit implements Visit {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int REDIRECT = 3;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final HttpClient client;
    private final URI service;
    private final String cookie;
    private Optional<WebSocket> socket = Optional.empty();
    private volatile KernelAnswers answers = new KernelAnswers();
    private boolean left;

    private GatewayVisit(HttpClient client, URI service, String cookie) {
        this.client = client;
        this.service = service;
        this.cookie = cookie;
    }

    /** @param name of the service that the ticket is for */
    static GatewayVisit with(URI ticket, String jobKey, String name) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpResponse<String> answer = send(client, HttpRequest.newBuilder(ticket));
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .map(header -> header.split(";", 2)[0])
                .orElseThrow(() -> new IOException("The gateway does not take the ticket: " + answer.statusCode()));
        return new GatewayVisit(client, ticket.resolve("/entry/" + jobKey + "/" + name + "/"), cookie);
    }

    @Override
    public void open() throws IOException {
        int status = send(client, request("")).statusCode();
        if (status / HUNDRED != SUCCESS && status / HUNDRED != REDIRECT) {
            throw new IOException("The service answers with " + status);
        }
    }

    @Override
    public void calculate() throws IOException {
        HttpResponse<String> made = send(
                client,
                request("api/kernels")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));
        if (made.statusCode() / HUNDRED != SUCCESS) {
            throw new IOException("No kernel is started: " + made.statusCode());
        }
        URI channels = service.resolve("api/kernels/" + kernel(made.body()) + "/channels");
        URI address = URI.create(channels.toString().replaceFirst("^http", "ws"));
        answers = new KernelAnswers();
        try {
            WebSocket opened = client.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header("Cookie", cookie)
                    .buildAsync(address, answers)
                    .join();
            keep(opened);
            opened.sendText(question(), true)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IOException("The kernel is not reached: " + e.getCause(), e);
        }
    }

    /** One that opens after its visitor has left is closed at once. */
    private synchronized void keep(WebSocket opened) {
        socket.ifPresent(WebSocket::abort);
        socket = Optional.of(opened);
        if (left) {
            opened.abort();
        }
    }

    private static String kernel(String body) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().getString("id");
        } catch (RuntimeException e) {
            throw new IOException("What starts kernels says what nobody understands", e);
        }
    }

    private static String question() {
        String id = UUID.randomUUID().toString();
        JsonObject header = Json.createObjectBuilder()
                .add("msg_id", id)
                .add("session", id)
                .add("username", "")
                .add("msg_type", "execute_request")
                .add("version", "5.3")
                .build();
        JsonObject content = Json.createObjectBuilder()
                .add("code", "1+1")
                .add("silent", false)
                .add("store_history", false)
                .add("user_expressions", JsonObject.EMPTY_JSON_OBJECT)
                .add("allow_stdin", false)
                .build();
        return Json.createObjectBuilder()
                .add("header", header)
                .add("parent_header", JsonObject.EMPTY_JSON_OBJECT)
                .add("metadata", JsonObject.EMPTY_JSON_OBJECT)
                .add("content", content)
                .add("channel", "shell")
                .build()
                .toString();
    }

    @Override
    public Optional<String> sum() {
        return answers.result();
    }

    @Override
    public synchronized void leave() {
        left = true;
        socket.ifPresent(WebSocket::abort);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Cookie", cookie);
    }

    /** The client's own time limit ends with the first line of an answer: what hangs behind that is waited for here. */
    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<String>> coming = client.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("The gateway does not answer", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            coming.cancel(true);
        }
    }
}
