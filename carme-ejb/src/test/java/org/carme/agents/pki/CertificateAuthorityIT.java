package org.carme.agents.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carme.database.TestDatabase;
import org.carme.keys.MasterSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The authority in a real database. */
class CertificateAuthorityIT {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz";

    private final TestDatabase database = new TestDatabase();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MasterSecret secret = new MasterSecret(new byte[MasterSecret.LENGTH]);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isTheSameForAllInstancesHoweverTheyStart() throws InterruptedException, ExecutionException {
        List<Callable<String>> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            CertificateAuthority instance = TestAuthority.on(database, secret, clock);
            starts.add(instance::pem);
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<String> seen = new ArrayList<>();
        for (Future<String> start : pool.invokeAll(starts)) {
            seen.add(start.get());
        }
        pool.shutdown();

        assertThat(seen).hasSize(8).containsOnly(seen.get(0));
    }

    @Test
    void refusesAnotherMasterSecret() {
        TestAuthority.on(database, secret, clock).open();
        byte[] other = new byte[MasterSecret.LENGTH];
        other[0] = 1;

        assertThatThrownBy(() -> TestAuthority.on(database, new MasterSecret(other), clock)
                        .open())
                .hasMessageContaining("carme.secret.file");
    }

    @Test
    void issuesAgentsForOneJobAndNothingElse() throws GeneralSecurityException {
        CertificateAuthority authority = TestAuthority.on(database, secret, clock);

        X509Certificate agent =
                authority.issueAgent(KEY, NOW.plus(Duration.ofHours(2))).certificate();

        agent.verify(authority.certificate().getPublicKey());
        assertThat(agent.getSubjectAlternativeNames()).containsExactly(List.of(2, "*." + KEY + ".carme"));
        assertThat(agent.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(agent.getBasicConstraints()).isEqualTo(-1);
        assertThat(agent.getNotAfter()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(authority.certificate().getBasicConstraints()).isZero();
    }

    @Test
    void neverIssuesBeyondItsOwnLife() {
        CertificateAuthority authority = TestAuthority.on(database, secret, clock);

        assertThat(authority
                        .issueAgent(KEY, NOW.plus(Duration.ofDays(100_000)))
                        .certificate()
                        .getNotAfter())
                .isEqualTo(authority.certificate().getNotAfter());
    }

    @Test
    void keepsTheKeyOutOfTexts() {
        Identity identity = TestAuthority.on(database, secret, clock).issueAgent(KEY, NOW.plusSeconds(60));

        assertThat(identity.toString()).isEqualTo("CN=" + KEY);
        assertThat(identity.privateKeyPem()).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }
}
