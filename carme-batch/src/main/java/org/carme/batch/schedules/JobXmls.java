package org.carme.batch.schedules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.carme.schedules.ScheduledJob;

/**
 * All job XMLs of this module. A class loader lists no folder, so that the jar is read, or the folder into which a
 * server has unpacked it.
 */
final class JobXmls {
    private static final String FOLDER = "META-INF/batch-jobs/";
    private static final String ENDING = ".xml";

    private JobXmls() {}

    static List<ScheduledJob> read() {
        try {
            return names().stream().map(JobXmls::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The batch jobs cannot be listed", e);
        }
    }

    private static List<String> names() throws IOException {
        URL one = JobXmls.class.getResource("/" + FOLDER + "clean-up.xml");
        if (one.openConnection() instanceof JarURLConnection inside) {
            inside.setUseCaches(false);
            try (JarFile jar = inside.getJarFile()) {
                return jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER) && name.endsWith(ENDING))
                        .map(name -> name.substring(FOLDER.length(), name.length() - ENDING.length()))
                        .toList();
            }
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(one.toString())).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .toList();
        }
    }

    private static ScheduledJob read(String name) {
        try (InputStream xml = JobXmls.class.getResourceAsStream("/" + FOLDER + name + ENDING)) {
            return JobXml.read(name, xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
