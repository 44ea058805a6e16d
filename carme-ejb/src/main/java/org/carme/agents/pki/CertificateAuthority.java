package org.carme.agents.pki;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.carme.keys.MasterSecret;

/**
 * The installation's own certificate authority, which job agents and portal recognise each other by. All instances of
 * the portal share it through the database; what it issues lives in memory only.
 */
@ApplicationScoped
public class CertificateAuthority {
    /** The common name by which agents know the gateway. */
    public static final String GATEWAY = "carme-gateway";

    private static final String PURPOSE = "certificate-authority";
    private static final Duration LIFE = Duration.ofDays(20 * 365);

    @Inject
    AuthorityRepository authorities;

    @Inject
    MasterSecret secret;

    @Inject
    Clock clock;

    private volatile Identity own;

    /** Reads it from the database, at the very first start founds it: a wrong master secret shows here. */
    public void open() {
        own();
    }

    /** The authority's certificate as PEM: the one that agents pin. */
    public String pem() {
        return own().certificatePem();
    }

    /**
     * For the agent of a job on one node. Good as a server for that job's services, as a client nowhere.
     *
     * @param until kept within the authority's own life
     */
    public Identity issueAgent(String jobKey, Instant until) {
        return issue(
                new CertificateMaker.Subject(
                        jobKey, KeyPurposeId.id_kp_serverAuth, Optional.of(dns("*." + agentDomain(jobKey)))),
                until);
    }

    Identity issueGateway(Instant until) {
        return issue(new CertificateMaker.Subject(GATEWAY, KeyPurposeId.id_kp_clientAuth, Optional.empty()), until);
    }

    /** @param host at which agents find the portal: a name or an IP address */
    public ListenerTls listenerTls(String host) {
        return new ListenerTls(
                new RenewedContext(clock, until -> TlsContexts.of(issueListener(host, until), certificate())));
    }

    private Identity issueListener(String host, Instant until) {
        boolean address = host.contains(":") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        GeneralName name = address ? new GeneralName(GeneralName.iPAddress, host) : dns(host);
        return issue(
                new CertificateMaker.Subject("carme-agent-listener", KeyPurposeId.id_kp_serverAuth, Optional.of(name)),
                until);
    }

    X509Certificate certificate() {
        return own().certificate();
    }

    static String agentDomain(String jobKey) {
        return jobKey + ".carme";
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    private Identity issue(CertificateMaker.Subject subject, Instant until) {
        Identity authority = own();
        Instant end = authority.certificate().getNotAfter().toInstant();
        return CertificateMaker.issue(authority, subject, clock.instant(), until.isBefore(end) ? until : end);
    }

    private Identity own() {
        Identity known = own;
        if (known == null) {
            known = authorities.find().map(this::opened).orElseGet(this::found);
            own = known;
        }
        return known;
    }

    private Identity found() {
        Instant now = clock.instant();
        Identity made = CertificateMaker.authority("Carme job agents", now, now.plus(LIFE));
        byte[] sealedKey = secret.seal(PURPOSE, made.privateKey().getEncoded());
        authorities.addUnlessPresent(encoded(made), Base64.getEncoder().encodeToString(sealedKey));
        return authorities.find().map(this::opened).orElseThrow();
    }

    private Identity opened(Authority row) {
        Base64.Decoder base64 = Base64.getDecoder();
        try {
            byte[] key = secret.open(PURPOSE, base64.decode(row.sealedKey()));
            return new Identity(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(base64.decode(row.certificate()))));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    MasterSecret.FILE_KEY + ": not the secret with which this database was set up", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Identity identity) {
        try {
            return Base64.getEncoder().encodeToString(identity.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
