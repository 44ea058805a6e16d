package org.carme.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.carme.delivery.Letter;
import org.carme.delivery.Outcome;
import org.carme.delivery.Outcome.Result;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Against a real SMTP server that asks for TLS and a password. */
class MailOverTlsTest {
    private static final String STORE_PASSWORD = "changeit";
    private static final String PASSWORD = "relay-secret";

    @TempDir
    Path folder;

    private final List<String> received = new ArrayList<>();
    private SMTPServer server;

    @BeforeEach
    void makeCertificate() throws IOException, InterruptedException {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        keytool("-exportcert", "-rfc", "-file", folder.resolve("trusted.pem").toString());
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void sendsWithAPassword(String tls) throws IOException, GeneralSecurityException {
        start(tls);

        Outcome outcome = send(tls, "localhost");

        assertThat(outcome).isEqualTo(Outcome.sent());
        assertThat(received).singleElement().asString().contains("Subject: Carme: en secret");
    }

    @Test
    void sendsNothingWhereTheCertificateIsForAnotherName() throws IOException, GeneralSecurityException {
        start("starttls");

        assertThat(send("starttls", "127.0.0.1").result()).isEqualTo(Result.FAILED);
        assertThat(received).isEmpty();
    }

    private void start(String tls) throws IOException, GeneralSecurityException {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("carme") || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((context, from, to, data) -> received.add(new String(data, StandardCharsets.UTF_8)));
        server = tls.equals("tls")
                ? builder.serverSocketFactory(context()).build()
                : builder.startTlsSocketFactory(context()).requireTLS().build();
        server.start();
    }

    private Outcome send(String tls, String host) {
        Map<String, String> configuration = Map.of(
                "carme.mail.host",
                host,
                "carme.mail.port",
                Integer.toString(server.getPortAllocated()),
                "carme.mail.from",
                "carme@hpc.example.org",
                "carme.mail.tls",
                tls,
                "carme.mail.user",
                "carme",
                "carme.mail.password.file",
                folder.resolve("password").toString(),
                "carme.mail.trust.file",
                folder.resolve("trusted.pem").toString());
        Message message =
                new Message(1, Kind.SUCCESS, "job-ready", "secret", "", Optional.of(7L), Instant.EPOCH, false);
        return MailSenderTest.sender(configuration)
                .send(new Letter("l-1", "alice@example.org", Locale.ENGLISH, "/messages.xhtml", List.of(message)));
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keys().toString(), "-storepass", STORE_PASSWORD, "-alias", "mail"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).as("keytool").isZero();
    }

    private Path keys() {
        return folder.resolve("keys.p12");
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keys())) {
            store.load(stream, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
