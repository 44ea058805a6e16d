package org.carme.diskuse;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells people what they use of the site's disks, where the site says it. */
@ApplicationScoped
public class DiskUseService {
    private static final Logger LOG = System.getLogger(DiskUseService.class.getName());
    private static final String KEY = "carme.homes.quota-file";
    private static final long LARGEST = 64L << 20;

    @Inject
    @ConfigProperty(name = "carme.homes.quota-file")
    Optional<String> configured;

    private Optional<Path> file = Optional.empty();
    private FileTime read;
    private String complaint = "";
    private DiskFeed feed = DiskFeed.NONE;

    /** @throws IllegalStateException if the key is wrong; whether the file is there may change */
    @PostConstruct
    void open() {
        file = configured.filter(text -> !text.isBlank()).map(Path::of);
        file.filter(path -> !path.isAbsolute()).ifPresent(path -> {
            throw new IllegalStateException(KEY + ": \"" + path + "\" is not an absolute path");
        });
    }

    /** @return empty also where nothing is said of that user */
    public synchronized Optional<DiskReport> of(String user) {
        file.ifPresent(this::follow);
        return feed.of(user);
    }

    /** A file that has a mistake, or is away for the moment, is said once; what was read before stays. */
    private void follow(Path path) {
        try {
            FileTime changed = Files.getLastModifiedTime(path);
            if (changed.equals(read)) {
                return;
            }
            if (Files.size(path) > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            String text = Files.readString(path);
            read = changed;
            feed = DiskFeed.read(text);
            complaint = "";
        } catch (IOException | IllegalArgumentException e) {
            if (!e.toString().equals(complaint)) {
                LOG.log(Level.WARNING, "{0}: {1} is not taken: {2}", KEY, path, e.toString());
            }
            complaint = e.toString();
        }
    }
}
