package org.carme.cluster.slurm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.cluster.ClusterUser;

/**
 * How to reach Slurm.
 *
 * @param keyFile the cluster's HS256 key, raw bytes; whoever reads it can be anybody in the cluster
 * @param user the portal's own Slurm user: it reads everything and stops jobs for administrators
 * @param timeout how long one answer may take; bulk reads get a multiple of it
 * @param refusedUsers no token is ever made for these
 */
record SlurmConfig(URI url, Path keyFile, String user, Duration timeout, Set<String> refusedUsers) {
    static final String URL = "carme.slurm.url";
    static final String KEY_FILE = "carme.slurm.key.file";
    static final String USER = "carme.slurm.user";
    static final String TIMEOUT = "carme.slurm.timeout";
    static final String REFUSED_USERS = "carme.slurm.refused-users";

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int SHORTEST_KEY = 16;

    SlurmConfig {
        refusedUsers = Set.copyOf(refusedUsers);
    }

    /** @throws IllegalStateException with the key of what is missing or wrong */
    static SlurmConfig from(Function<String, Optional<String>> values) {
        Set<String> refused = new LinkedHashSet<>();
        for (String name : optional(values, REFUSED_USERS, "root,slurm").split(",")) {
            refused.add(name.strip().toLowerCase(Locale.ROOT));
        }
        String user = optional(values, USER, "carme");
        require(
                ClusterUser.isUserName(user) && !refused.contains(user),
                USER,
                user + " cannot be the portal's own user");
        return new SlurmConfig(
                url(required(values, URL)),
                keyFile(required(values, KEY_FILE)),
                user,
                timeout(optional(values, TIMEOUT, "PT5S")),
                refused);
    }

    private static URI url(String value) {
        try {
            URI url = URI.create(value);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            require(http && url.getHost() != null && url.getUserInfo() == null, URL, value + " is no http(s) address");
            return url;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(URL + ": " + e.getMessage(), e);
        }
    }

    /** A key that others can read has been given away already, so that the start ends here. */
    private static Path keyFile(String value) {
        Path file = Path.of(value);
        try {
            require(Files.size(file) >= SHORTEST_KEY, KEY_FILE, file + " is too short for a key");
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                require(!permissions.contains(PosixFilePermission.OTHERS_READ), KEY_FILE, file + " can be read by all");
            }
            require(Files.isReadable(file), KEY_FILE, file + " cannot be read");
        } catch (IOException e) {
            throw new IllegalStateException(KEY_FILE + ": " + e, e);
        }
        return file;
    }

    private static Duration timeout(String value) {
        try {
            Duration timeout = Duration.parse(value);
            boolean sensible = timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST) <= 0;
            require(sensible, TIMEOUT, value + " is not between 0 and 10 seconds");
            return timeout;
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(TIMEOUT + ": " + value + " is no duration such as PT5S", e);
        }
    }

    private static String required(Function<String, Optional<String>> values, String key) {
        return values.apply(key).orElseThrow(() -> new IllegalStateException(key + " is not set"));
    }

    private static String optional(Function<String, Optional<String>> values, String key, String value) {
        return values.apply(key).orElse(value);
    }

    private static void require(boolean condition, String key, String problem) {
        if (!condition) {
            throw new IllegalStateException(key + ": " + problem);
        }
    }
}
