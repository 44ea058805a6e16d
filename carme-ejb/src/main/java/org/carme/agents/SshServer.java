package org.carme.agents;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A node's sshd in its agent's words.
 *
 * @param key its public key, by which the job's other nodes know it and let it in
 */
public record SshServer(int port, String key) {
    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65535;

    /** A line of its own would be an entry of its own in the files of the other nodes. */
    private static final Pattern KEY = Pattern.compile("ssh-ed25519 [A-Za-z0-9+/]{68}");

    /** @return empty if that cannot be one */
    public static Optional<SshServer> of(long port, String key) {
        return port >= FIRST_PORT && port <= LAST_PORT && KEY.matcher(key).matches()
                ? Optional.of(new SshServer((int) port, key))
                : Optional.empty();
    }
}
