package org.carme.users;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Where people come from and which groups mean which role.
 *
 * @param url empty: the embedded directory
 * @param bindDn empty: searches are anonymous
 * @param trustFile PEM certificates to trust; empty: the system's
 */
record DirectorySettings(
        Optional<URI> url,
        boolean startTls,
        Optional<Path> trustFile,
        String peopleBase,
        String groupsBase,
        Optional<String> bindDn,
        Optional<String> bindPassword,
        Set<String> adminGroups,
        Set<String> imageManagerGroups,
        Set<String> userGroups) {

    private static final String URL = "carme.directory.url";

    /** @throws IllegalStateException naming the key that is wrong */
    static DirectorySettings read(Config config) {
        Optional<URI> url = config.getOptionalValue(URL, String.class).map(DirectorySettings::uri);
        boolean startTls = config.getOptionalValue("carme.directory.start-tls", Boolean.class)
                .orElse(false);
        url.ifPresent(location -> checkProtection(location, startTls));
        String base =
                config.getOptionalValue("carme.directory.base", String.class).orElse("dc=example,dc=org");
        return new DirectorySettings(
                url,
                startTls,
                config.getOptionalValue("carme.directory.trust.file", String.class)
                        .map(Path::of),
                config.getOptionalValue("carme.directory.people", String.class).orElse("ou=people," + base),
                config.getOptionalValue("carme.directory.groups", String.class).orElse("ou=groups," + base),
                config.getOptionalValue("carme.directory.bind.dn", String.class),
                secret(config, "carme.directory.bind.password"),
                names(config, "carme.roles.admin", "admins"),
                names(config, "carme.roles.image-manager", "image-managers"),
                names(config, "carme.roles.user", "carme-users"));
    }

    /** A secret given directly or by a file. */
    static Optional<String> secret(Config config, String key) {
        return config.getOptionalValue(key, String.class)
                .or(() -> config.getOptionalValue(key + ".file", String.class)
                        .map(file -> content(key + ".file", Path.of(file))));
    }

    private static String content(String key, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(key + " cannot be read", e);
        }
    }

    private static URI uri(String text) {
        URI uri = URI.create(text);
        if (!Set.of("ldap", "ldaps").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalStateException(URL + " must be ldap://host[:port] or ldaps://host[:port]");
        }
        return uri;
    }

    /** Passwords never leave this machine unprotected. */
    private static void checkProtection(URI url, boolean startTls) {
        if (!url.getScheme().equals("ldaps") && !startTls && !isLoopback(url.getHost())) {
            throw new IllegalStateException(
                    URL + " is not on this machine: use ldaps or set carme.directory.start-tls=true");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Set<String> names(Config config, String key, String standard) {
        return Set.copyOf(List.of(config.getOptionalValue(key, String.class)
                .orElse(standard)
                .strip()
                .split("\\s*,\\s*")));
    }
}
