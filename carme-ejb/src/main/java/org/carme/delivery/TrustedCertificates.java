package org.carme.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.Config;

/** Whose certificates are trusted. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * Reads the PEM file that the key names.
     *
     * @return without such a file, what the JVM trusts
     * @throws IllegalStateException naming the key if the file is of no use
     */
    public static SSLContext context(Config config, String key) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            String file = config.getOptionalValue(key, String.class).orElse("");
            trust.init(file.isEmpty() ? null : certificates(Path.of(file)));
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(key + ": " + e.getMessage(), e);
        }
    }

    private static KeyStore certificates(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry(Integer.toString(store.size()), one);
            }
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException("no certificate in " + file);
        }
        return store;
    }
}
