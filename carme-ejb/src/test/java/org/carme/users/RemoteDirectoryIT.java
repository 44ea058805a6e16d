package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on a port, with StartTLS. The SDK does not look at the name of a certificate for a numeric loopback address. */
class RemoteDirectoryIT {
    private static final String STORE_PASSWORD = "store password";
    private static final String ALIAS = "directory";
    private static final UserName ALICE = new UserName("alice");
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private final DirectoryService service = new DirectoryService();
    private InMemoryDirectoryServer server;
    private Path certificate;
    private int port;

    @BeforeEach
    void start() throws Exception {
        server = serverFor("localhost");
        port = server.getListenPort();
        service.clock = clock;
    }

    @AfterEach
    void stop() {
        service.close();
        server.shutDown(true);
    }

    @Test
    void checksPasswordsBehindStartTls() {
        open(certificate);

        assertThat(service.authenticate(ALICE, PASSWORD).roles()).containsExactly(Role.USER);
        assertThatThrownBy(() -> service.authenticate(ALICE, "wrong")).isInstanceOf(LoginException.class);
        assertThat(service.authenticate(ALICE, PASSWORD).uid())
                .as("the pool searches as itself after a login")
                .hasValue(7001L);
    }

    @Test
    void asksNobodyWhoseCertificateItDoesNotTrust() throws Exception {
        open(pem(keyStore("other")));

        assertThatThrownBy(() -> service.authenticate(ALICE, PASSWORD))
                .isInstanceOf(DirectoryUnavailableException.class);
    }

    @Test
    void asksNobodyWhoseCertificateIsForAnotherHost() throws Exception {
        server.shutDown(true);
        server = serverFor("ldap.example.org");
        port = server.getListenPort();
        open(certificate);

        assertThatThrownBy(() -> service.authenticate(ALICE, PASSWORD))
                .isInstanceOf(DirectoryUnavailableException.class);
    }

    @Test
    void goesOnWhenTheServerComesBack() throws LDAPException {
        open(certificate);
        service.authenticate(ALICE, PASSWORD);
        server.shutDown(true);
        assertThatThrownBy(() -> service.authenticate(ALICE, PASSWORD))
                .isInstanceOf(DirectoryUnavailableException.class);
        clock.forward(Duration.ofSeconds(5));
        server.startListening();
        assertThat(server.getListenPort()).isEqualTo(port);

        assertThat(service.authenticate(ALICE, PASSWORD).name()).isEqualTo("alice");
    }

    @Test
    void opensWhileTheServerIsAway() {
        server.shutDown(true);
        open(certificate);

        assertThat(service.isReachable()).isFalse();
    }

    private void open(Path trusted) {
        service.config = new TestConfig(Map.of(
                "carme.directory.url",
                "ldap://localhost:" + port,
                "carme.directory.start-tls",
                "true",
                "carme.directory.trust.file",
                trusted.toString()));
        service.open();
    }

    private InMemoryDirectoryServer serverFor(String host) throws Exception {
        Path store = keyStore(host);
        certificate = pem(store);
        SSLUtil ssl = new SSLUtil(
                new KeyStoreKeyManager(store.toFile(), STORE_PASSWORD.toCharArray()), new TrustAllTrustManager());
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        configuration.setSchema(null);
        configuration.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig(
                "ldap", InetAddress.getLoopbackAddress(), 0, ssl.createSSLSocketFactory()));
        InMemoryDirectoryServer made = new InMemoryDirectoryServer(configuration);
        made.importFromLDIF(true, "../server-config/directory/people.ldif");
        made.modify(
                "dn: uid=alice,ou=people,dc=example,dc=org",
                "changetype: modify",
                "replace: userPassword",
                "userPassword: " + PASSWORD);
        made.startListening();
        return made;
    }

    private Path keyStore(String host) {
        Path store = folder.resolve(host + ".p12");
        manageCertificates(
                "generate-self-signed-certificate",
                "--keystore",
                store.toString(),
                "--keystore-type",
                "PKCS12",
                "--keystore-password",
                STORE_PASSWORD,
                "--alias",
                ALIAS,
                "--subject-dn",
                "CN=directory",
                "--subject-alternative-name-dns",
                host);
        return store;
    }

    private Path pem(Path store) {
        Path file = store.resolveSibling(store.getFileName() + ".pem");
        manageCertificates(
                "export-certificate",
                "--keystore",
                store.toString(),
                "--keystore-password",
                STORE_PASSWORD,
                "--alias",
                ALIAS,
                "--output-format",
                "PEM",
                "--output-file",
                file.toString());
        return file;
    }

    private static void manageCertificates(String... arguments) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        assertThat(ManageCertificates.main(InputStream.nullInputStream(), nowhere, nowhere, arguments))
                .isEqualTo(ResultCode.SUCCESS);
    }
}
