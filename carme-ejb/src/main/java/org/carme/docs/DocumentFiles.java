package org.carme.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that come with the application, as text. */
final class DocumentFiles {
    private static final String ROOT = "/org/carme/docs/files/";
    private static final String CONTENTS = "docs/README.md";

    private DocumentFiles() {}

    /** @return the Markdown of all, by path from the root of the sources */
    static SortedMap<String, String> read() {
        URL contents = DocumentFiles.class.getResource(ROOT + CONTENTS);
        try {
            if (!(contents.openConnection() instanceof JarURLConnection connection)) {
                return texts(Path.of(contents.toURI()).getParent().getParent());
            }
            try (FileSystem jar =
                    FileSystems.newFileSystem(Path.of(connection.getJarFileURL().toURI()))) {
                return texts(jar.getPath(ROOT));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> texts(Path root) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".md")).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
