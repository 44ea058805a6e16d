package org.carme.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The REST API as one user. */
final class Api {
    static final String PORTAL = System.getenv().getOrDefault("CARME_PORTAL_URL", "http://localhost:8180");
    private static final String PASSWORD = System.getenv().getOrDefault("CARME_DEMO_PASSWORD", "");
    /** Not HTTP/2, of which a request is lost when the portal closes an idle connection at that moment. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final Supplier<String> authorization;

    private Api(Supplier<String> authorization) {
        this.authorization = authorization;
    }

    /** A status and its JSON; an empty body is an empty object. */
    record Answer(int status, JsonObject json) {}

    /**
     * Works with a token of the user's for everything that he may, made with the demo password when it is first needed, and
     * kept: nobody may have many.
     */
    static Api as(String user) {
        return new Api(
                () -> TOKENS.computeIfAbsent(user, name -> newToken(name, "\"jobs:read\",\"jobs:write\",\"admin\"")));
    }

    /** For another database, where nobody has a token yet. */
    static void forgetTokens() {
        TOKENS.clear();
    }

    /** @param scopes in quotes, with commas between */
    static Api withNewToken(String user, String scopes) {
        String token = newToken(user, scopes);
        return new Api(() -> token);
    }

    private static String newToken(String user, String scopes) {
        Answer token = basic(user, PASSWORD)
                .post("/tokens", "{\"name\":\"test\",\"expiresInDays\":1,\"scopes\":[" + scopes + "]}");
        if (token.status() != 201) {
            throw new AssertionError("No token for " + user + ": " + token);
        }
        return "Bearer " + token.json().getString("token");
    }

    static Api basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        String credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new Api(() -> credentials);
    }

    /** @return the token, for programs that ask by themselves */
    String token() {
        return authorization.get().replaceFirst("^Bearer ", "");
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** @return the objects of an answer that is an array */
    List<JsonObject> list(String path) {
        try (JsonReader reader = Json.createReader(new StringReader(text(path)))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    /** @return the body of an answer that is no JSON object */
    String text(String path) {
        return text(request(path).GET()).body();
    }

    Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer post(String path, String json, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** From a reader of that language. */
    Answer post(String path, String type, String body, Locale language) {
        return send(request(path)
                .header("Content-Type", type)
                .header("Accept-Language", language.toLanguageTag())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer postYaml(String path, String yaml) {
        return send(request(path)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(yaml)));
    }

    Answer put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Starts a job and returns its number. */
    long start(String json) {
        Answer answer = post("/jobs", json);
        if (answer.status() != 201) {
            throw new AssertionError("Not started: " + answer);
        }
        return answer.json().getJsonNumber("id").longValue();
    }

    JsonObject job(long id) {
        return get("/jobs/" + id).json();
    }

    /** Waits until the job is as wanted, looking four times a second. */
    JsonObject await(long id, Duration patience, Predicate<JsonObject> wanted) {
        Instant end = Instant.now().plus(patience);
        JsonObject job = job(id);
        while (!wanted.test(job)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Still not as wanted: " + job);
            }
            pause();
            job = job(id);
        }
        return job;
    }

    JsonObject awaitState(long id, String state) {
        return await(
                id, Duration.ofMinutes(1), job -> job.getString("state", "").equals(state));
    }

    /** Ends all jobs of the user and waits for that: the next test may start as many as this one. */
    void endAll() {
        List<Long> active = get("/jobs").json().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                .map(job -> job.getJsonNumber("id").longValue())
                .toList();
        active.forEach(id -> delete("/jobs/" + id));
        active.forEach(id -> awaitState(id, "ended"));
    }

    static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(PORTAL + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization.get())
                .header("Accept", "application/json, text/csv;q=0.5, application/yaml;q=0.5");
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = text(request);
        return new Answer(response.statusCode(), parse(response.body()));
    }

    private static HttpResponse<String> text(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonObject parse(String body) {
        if (!body.startsWith("{")) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
