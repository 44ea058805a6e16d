package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What this portal is called among those that share the database. A process that was taken for dead gets another id. */
@ApplicationScoped
public class ThisPortal {
    private static final String RANDOM = UUID.randomUUID().toString();

    /** Found once: a directory of names that hangs would hold everybody who asks. */
    private final String host = ownHost();

    private volatile String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }

    void rename() {
        id = UUID.randomUUID().toString();
    }

    String host() {
        return host;
    }

    private static String ownHost() {
        try {
            return FailureWords.cut(InetAddress.getLocalHost().getHostName(), 255);
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    long process() {
        return ProcessHandle.current().pid();
    }

    /** @return where the number of a process means the same: this start of this machine, and this name space */
    String place() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException e) {
            return RANDOM;
        }
    }
}
