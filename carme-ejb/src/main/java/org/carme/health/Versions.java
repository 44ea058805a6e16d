package org.carme.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What runs here, for people.
 *
 * @param carme empty outside an archive
 * @param server empty if it does not tell
 */
public record Versions(String carme, String server, String java) {
    /** The build writes it into the archive. */
    private static final String OWN = "/META-INF/maven/org.carme/carme-ejb/pom.properties";

    /** Payara tells its version by this class alone; the servlet context may only give its name. */
    private static final String SERVER = "com.sun.appserv.server.util.Version";

    /** @return those of this portal */
    public static Versions read() {
        return new Versions(ownVersion(), serverVersion(), Runtime.version().toString());
    }

    private static String ownVersion() {
        Properties build = new Properties();
        try (InputStream written = Versions.class.getResourceAsStream(OWN)) {
            if (written != null) {
                build.load(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "");
    }

    private static String serverVersion() {
        try {
            return String.valueOf(
                    Class.forName(SERVER).getMethod("getFullVersion").invoke(null));
        } catch (ReflectiveOperationException e) {
            return "";
        }
    }
}
