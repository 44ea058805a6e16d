package org.carme.delivery.chat;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.carme.delivery.Channel;
import org.carme.delivery.Letter;
import org.carme.delivery.Outcome;
import org.carme.delivery.Outcome.Result;
import org.carme.delivery.Sender;
import org.carme.delivery.TrustedCertificates;
import org.eclipse.microprofile.config.Config;

/** Posts letters to incoming webhooks. */
@ApplicationScoped
class ChatSender implements Sender {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int OK_FAMILY = 2;
    private static final int FAMILY = 100;

    /** The webhook is not there any more, or not for us; others may pass. */
    private static final Set<Integer> FOR_EVER = Set.of(400, 401, 403, 404, 410);

    @Inject
    Config config;

    @Inject
    ChatWriter writer;

    private ChatHosts hosts = new ChatHosts(Set.of(), Set.of());
    private HttpClient client;

    @PostConstruct
    void read() {
        hosts = ChatHosts.read(config);
        client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(TrustedCertificates.context(config, "carme.chat.trust.file"))
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public boolean isOffered() {
        return !hosts.known().isEmpty();
    }

    @Override
    public Optional<String> objection(String address) {
        return hosts.objection(address);
    }

    @Override
    public Outcome send(Letter letter) {
        URI webhook = URI.create(letter.address());
        try {
            return hosts.leadsOut(webhook, host -> List.of(InetAddress.getAllByName(host)))
                    ? post(webhook, writer.write(letter))
                    : new Outcome(Result.REFUSED, "inside");
        } catch (UnknownHostException e) {
            return new Outcome(Result.FAILED, "unknown-host");
        }
    }

    private Outcome post(URI webhook, String text) {
        String body = Json.createObjectBuilder().add("text", text).build().toString();
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return outcome(client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return new Outcome(Result.FAILED, words(e));
        } catch (IOException e) {
            return new Outcome(Result.UNSURE, words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(Result.UNSURE, "interrupted");
        }
    }

    private static Outcome outcome(int status) {
        if (status / FAMILY == OK_FAMILY) {
            return Outcome.sent();
        }
        return new Outcome(FOR_EVER.contains(status) ? Result.REFUSED : Result.FAILED, "HTTP " + status);
    }

    private static String words(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
