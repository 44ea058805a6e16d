package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10RequestControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
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
import java.util.Optional;
import java.util.function.Function;
import org.carme.common.ErrorCode;
import org.carme.common.SettableClock;
import org.carme.common.TestConfig;
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
    private Function<InMemoryInterceptedSimpleBindResult, Optional<DraftBeheraLDAPPasswordPolicy10ErrorType>> policy =
            result -> Optional.empty();
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
    void changesPasswordsWithTheirOwnersRights() {
        open(certificate);
        assertThatThrownBy(() -> service.changePassword(ALICE, "wrong", "another one"))
                .isInstanceOf(LoginException.class);

        service.changePassword(ALICE, PASSWORD, "another one");

        assertThat(service.authenticate(ALICE, "another one").uid())
                .as("the pool searches as itself afterwards")
                .hasValue(7001L);
        assertThat(refusal(PASSWORD)).isEqualTo(ErrorCode.LOGIN_REFUSED);
    }

    @Test
    void findsPeopleByTheBeginningOfTheirNames() {
        open(certificate);

        assertThat(service.people("Ali", 20)).extracting(PersonName::name).containsExactly("alice");
        assertThat(service.people("*)(uid=*", 20)).isEmpty();
    }

    @Test
    void countsEverybody() {
        open(certificate);

        Census census = service.census();

        assertThat(census.complete()).isTrue();
        assertThat(census.people().get("alice")).isEqualTo(service.person("alice"));
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
    void saysThatAPasswordHasExpiredToWhoKnowsItOnly() {
        open(certificate);
        policy = result -> result.getResult().getResultCode().equals(ResultCode.SUCCESS)
                ? Optional.of(DraftBeheraLDAPPasswordPolicy10ErrorType.PASSWORD_EXPIRED)
                : Optional.empty();

        assertThat(refusal(PASSWORD)).isEqualTo(ErrorCode.ACCOUNT_EXPIRED);
        assertThat(refusal("wrong")).isEqualTo(ErrorCode.LOGIN_REFUSED);
    }

    /** Such a server looks at the lock before the password, so its word would tell strangers which accounts exist. */
    @Test
    void tellsNobodyOfALockThatWasNotProvedByThePassword() {
        open(certificate);
        policy = result -> Optional.of(DraftBeheraLDAPPasswordPolicy10ErrorType.ACCOUNT_LOCKED);

        assertThat(refusal(PASSWORD)).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(refusal("wrong")).isEqualTo(ErrorCode.LOGIN_REFUSED);
    }

    @Test
    void opensWhileTheServerIsAway() {
        server.shutDown(true);
        open(certificate);

        assertThat(service.isReachable()).isFalse();
    }

    private ErrorCode refusal(String password) {
        return catchThrowableOfType(LoginException.class, () -> service.authenticate(ALICE, password))
                .code();
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
        configuration.addInMemoryOperationInterceptor(new PolicyOverlay());
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

    /** Answers as slapd does with ppolicy: the reason of a refusal stands in a control, if the client has asked for it. */
    private final class PolicyOverlay extends InMemoryOperationInterceptor {
        @Override
        public void processSimpleBindResult(InMemoryInterceptedSimpleBindResult result) {
            policy.apply(result).ifPresent(error -> {
                Control reason = new DraftBeheraLDAPPasswordPolicy10ResponseControl(null, -1, error);
                boolean asked = result.getRequest()
                        .hasControl(DraftBeheraLDAPPasswordPolicy10RequestControl.PASSWORD_POLICY_REQUEST_OID);
                result.setResult(new BindResult(
                        result.getMessageID(),
                        ResultCode.INVALID_CREDENTIALS,
                        null,
                        null,
                        null,
                        asked ? new Control[] {reason} : null));
            });
        }
    }
}
