package org.carme.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.carme.delivery.TrustedCertificates;
import org.eclipse.microprofile.config.Config;

/**
 * The site's mail server.
 *
 * @param user empty: none is asked for
 */
record MailSettings(String host, int port, InternetAddress from, Tls tls, SSLContext trusted, Optional<Login> user) {
    private static final String HOST = "carme.mail.host";
    private static final String PORT = "carme.mail.port";
    private static final String FROM = "carme.mail.from";
    private static final String TLS = "carme.mail.tls";
    private static final String USER = "carme.mail.user";
    private static final String PASSWORD = "carme.mail.password.file";

    private static final int MOST_PORT = 65_535;
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    /** How the connection is protected; the server's certificate is always checked. */
    enum Tls {
        STARTTLS("587"),
        TLS("465"),
        NONE("25");

        private final String usualPort;

        Tls(String usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** With what the portal logs in. */
    record Login(String name, String password) {}

    /**
     * Reads them.
     *
     * @return empty if the site has no mail
     * @throws IllegalStateException naming the key that is wrong
     */
    static Optional<MailSettings> read(Config config) {
        Optional<String> host = text(config, HOST);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Tls tls = tls(text(config, TLS).orElse("starttls"));
        Optional<Login> login = text(config, USER).map(user -> new Login(user, password(config)));
        if (login.isPresent() && tls == Tls.NONE && !isLoopback(host.get())) {
            throw new IllegalStateException(TLS + ": a password needs starttls or tls");
        }
        return Optional.of(new MailSettings(
                host.get(),
                port(text(config, PORT).orElse(tls.usualPort)),
                from(text(config, FROM).orElseThrow(() -> new IllegalStateException(FROM + " is missing for " + HOST))),
                tls,
                TrustedCertificates.context(config, "carme.mail.trust.file"),
                login));
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Tls tls(String text) {
        try {
            return Tls.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(TLS + " must be starttls, tls or none", e);
        }
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= MOST_PORT) {
            return Integer.parseInt(text);
        }
        throw new IllegalStateException(PORT + " must be 1 to " + MOST_PORT);
    }

    private static InternetAddress from(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return address;
        } catch (AddressException e) {
            throw new IllegalStateException(FROM + " is no e-mail address", e);
        }
    }

    private static String password(Config config) {
        String file = text(config, PASSWORD)
                .orElseThrow(() -> new IllegalStateException(PASSWORD + " is missing for " + USER));
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalStateException(PASSWORD + " cannot be read", e);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** @return as Jakarta Mail knows them */
    Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", ANSWER_MILLIS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusted.getSocketFactory());
        return properties;
    }
}
