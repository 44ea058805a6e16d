package org.carme.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Carme's database is, and who it is opened as. */
record DatabaseAddress(String url, String user, String password) {
    private static final Pattern SERVER =
            Pattern.compile("jdbc:(?:mysql|mariadb)://([A-Za-z0-9._-]+)(?::(\\d+))?/([A-Za-z0-9_$-]+)(?:\\?.*)?");
    private static final String PORT = "3306";

    /** A database on a server. */
    record Server(String host, String port, String schema) {}

    boolean isFile() {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    /** @return empty if it is not on a MariaDB or MySQL server */
    Optional<Server> server() {
        Matcher parts = SERVER.matcher(url);
        return parts.matches()
                ? Optional.of(new Server(
                        parts.group(1), Optional.ofNullable(parts.group(2)).orElse(PORT), parts.group(3)))
                : Optional.empty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
