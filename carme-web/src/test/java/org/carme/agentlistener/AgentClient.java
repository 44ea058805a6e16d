package org.carme.agentlistener;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Speaks to the listener as an agent does: it trusts the portal's authority alone and checks the address. */
final class AgentClient {
    /** An answer with its JSON. */
    record Answer(int status, JsonObject json) {
        String code() {
            return json.getString("code");
        }
    }

    private final URI url;
    private final SSLContext context;
    private final HttpClient http;

    AgentClient(URI url, String authorityPem) {
        this.url = url;
        this.context = trusting(authorityPem);
        this.http = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    Answer bootstrap(String secret, String schedulerId, String node) {
        return post(
                "bootstrap",
                "",
                Json.createObjectBuilder()
                        .add("protocol", 1)
                        .add("secret", secret)
                        .add("slurmJobId", schedulerId)
                        .add("node", node)
                        .add("images", true)
                        .add("tasks", true)
                        .add("hiddenHomes", true)
                        .build()
                        .toString());
    }

    Answer report(String token, String body) {
        return post("reports", token, body);
    }

    Answer post(String call, String token, String body) {
        return send(HttpRequest.newBuilder(url.resolve("/api/v1/agent/" + call))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String call, String token, byte[] body) {
        return send(HttpRequest.newBuilder(url.resolve("/api/v1/agent/" + call))
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(url.resolve(path)).GET());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return new Answer(response.statusCode(), reader.readObject());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends the bytes as they are and returns all that comes back. */
    String raw(Socket connected, String bytes) throws IOException {
        try (SSLSocket socket = tls(connected)) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    SSLSocket tls(Socket connected) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(connected, url.getHost(), url.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            ByteArrayInputStream bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
