package org.carme.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build has written into the module's archive. */
final class PortalVersion {
    private static final String WRITTEN = "/META-INF/maven/org.carme/carme-ejb/pom.properties";

    private PortalVersion() {}

    /** @return empty outside an archive */
    static String read() {
        Properties build = new Properties();
        try (InputStream written = PortalVersion.class.getResourceAsStream(WRITTEN)) {
            if (written != null) {
                build.load(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version", "");
    }
}
