package org.carme.system;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What a chat's incoming webhook is for others: a server with a certificate for {@code localhost}. */
final class WebhookServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Path certificate;
    private final HttpsServer server;
    private final Map<String, List<String>> posted = new ConcurrentHashMap<>();

    private WebhookServer(Path certificate, HttpsServer server) {
        this.certificate = certificate;
        this.server = server;
        server.createContext("/hooks/", exchange -> {
            try (exchange;
                    JsonReader body = Json.createReader(exchange.getRequestBody())) {
                posted(exchange.getRequestURI().getPath()).add(body.readObject().getString("text"));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    /** Where the portal of the tests can read the certificate. */
    static WebhookServer open() {
        Path folder = Path.of(
                System.getenv("CARME_STATE"), System.getenv().getOrDefault("CARME_INSTANCE", "test"), "webhook");
        Path keys = folder.resolve("keys.p12");
        Path certificate = folder.resolve("certificate.pem");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(keys);
            keytool(keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
            keytool(keys, "-exportcert", "-rfc", "-file", certificate.toString());
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
            return new WebhookServer(certificate, server);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void keytool(Path keys, String... arguments) {
        Stream<String> about = Stream.of("-keystore", keys.toString(), "-storepass", PASSWORD, "-alias", "webhook");
        String program = System.getProperty("java.home") + "/bin/keytool";
        Command.run(
                Map.of(),
                Stream.concat(Stream.concat(Stream.of(program), Stream.of(arguments)), about)
                        .toArray(String[]::new));
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keys)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    Path certificate() {
        return certificate;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** @return texts in the order in which they came to that path */
    List<String> posted(String path) {
        return posted.computeIfAbsent(path, first -> new CopyOnWriteArrayList<>());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
