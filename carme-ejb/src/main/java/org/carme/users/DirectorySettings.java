package org.carme.users;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Set<String> userGroups,
        String mailAttribute) {

    private static final String URL = "carme.directory.url";
    private static final Set<String> SCHEMES = Set.of("ldap", "ldaps");
    private static final String MUST_BE = " must be ldap://host[:port] or ldaps://host[:port]";

    /** @throws IllegalStateException naming the key that is wrong */
    static DirectorySettings read(Config config) {
        Optional<URI> url = config.getOptionalValue(URL, String.class).map(DirectorySettings::uri);
        boolean startTls = config.getOptionalValue("carme.directory.start-tls", Boolean.class)
                .orElse(false);
        url.ifPresent(location -> checkProtection(location, startTls));
        String base = name(config, "carme.directory.base", "dc=example,dc=org");
        Optional<String> bindDn = config.getOptionalValue("carme.directory.bind.dn", String.class);
        Optional<String> bindPassword = secret(config, "carme.directory.bind.password");
        if (bindDn.isPresent() && bindPassword.isEmpty()) {
            throw new IllegalStateException("carme.directory.bind.password is missing for carme.directory.bind.dn");
        }
        return new DirectorySettings(
                url,
                startTls,
                config.getOptionalValue("carme.directory.trust.file", String.class)
                        .map(Path::of),
                name(config, "carme.directory.people", "ou=people," + base),
                name(config, "carme.directory.groups", "ou=groups," + base),
                bindDn,
                bindPassword,
                names(config, "carme.roles.admin", "admins"),
                names(config, "carme.roles.image-manager", "image-managers"),
                names(config, "carme.roles.user", "carme-users"),
                attribute(config, "carme.directory.mail", "mail"));
    }

    Map<Role, Set<String>> roleGroups() {
        return Map.of(Role.USER, userGroups, Role.IMAGE_MANAGER, imageManagerGroups, Role.ADMIN, adminGroups);
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

    private static String name(Config config, String key, String standard) {
        String name = config.getOptionalValue(key, String.class).orElse(standard);
        if (!DN.isValidDN(name)) {
            throw new IllegalStateException(key + " is no distinguished name");
        }
        return name;
    }

    private static String attribute(Config config, String key, String standard) {
        String name = config.getOptionalValue(key, String.class).orElse(standard);
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalStateException(key + " is no name of an attribute");
        }
        return name;
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (SCHEMES.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(URL + MUST_BE, malformed);
        }
        throw new IllegalStateException(URL + MUST_BE);
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
        // names of groups are the same whatever their case
        return Set.copyOf(List.of(config.getOptionalValue(key, String.class)
                .orElse(standard)
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s*,\\s*")));
    }
}
