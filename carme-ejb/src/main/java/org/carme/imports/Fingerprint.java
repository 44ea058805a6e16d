package org.carme.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells cheaply whether an image is still what it was: a file by its size and time, a folder by the names, sizes and times
 * of its two upper levels and of what packages are installed with. Nothing in it depends on the machine that looks.
 */
final class Fingerprint {
    /** Of a folder with more entries than that only its own time counts. */
    private static final int MOST_CHILDREN = 5000;

    /** Once so many were seen, the same holds for each further folder. */
    private static final int MOST = 20_000;

    /** What runtimes and nodes put something into. */
    private static final Set<String> NOT_ITS_OWN =
            Set.of("dev", "proc", "sys", "run", "tmp", "home", "root", "mnt", "media");

    private static final List<String> DATABASES = List.of(
            "var/lib/dpkg/status",
            "var/lib/rpm/rpmdb.sqlite",
            "usr/lib/sysimage/rpm/rpmdb.sqlite",
            "lib/apk/db/installed",
            "opt/conda/conda-meta");
    private static final List<String> LIBRARIES = List.of("usr/lib", "usr/local/lib", "opt/conda/lib");
    private static final List<String> PYTHON = List.of("site-packages", "dist-packages");

    private final ImageRoot image;
    private final Budget budget;
    private final MessageDigest digest = sha256();
    private int left = MOST;

    Fingerprint(Path root, Budget budget) {
        this.image = new ImageRoot(root);
        this.budget = budget;
    }

    /** @param image a file or folder, no link */
    static String of(Path image, Budget budget) throws IOException {
        BasicFileAttributes attributes = attributes(image);
        Fingerprint fingerprint = new Fingerprint(image, budget);
        if (attributes.isDirectory()) {
            fingerprint.folder();
        } else {
            fingerprint.add("", image, attributes);
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void folder() throws IOException {
        for (Path child : children(image.root())) {
            String name = child.getFileName().toString();
            if (NOT_ITS_OWN.contains(name)) {
                take(name + '\n');
            } else if (!name.equals(ImageDeclaration.FILE)) {
                BasicFileAttributes attributes = attributes(child);
                add(name, child, attributes);
                if (attributes.isDirectory()) {
                    addAll(name + "/", children(child));
                }
            }
        }
        for (String database : DATABASES) {
            addPlace(database);
        }
        for (String library : LIBRARIES) {
            addPython(library);
        }
    }

    private void addAll(String before, List<Path> files) throws IOException {
        for (Path file : files) {
            add(before + file.getFileName(), file, attributes(file));
        }
    }

    private void addPython(String library) throws IOException {
        Optional<Path> found = image.find(library);
        for (Path python : found.isEmpty() ? List.<Path>of() : children(found.get())) {
            if (python.getFileName().toString().startsWith("python3")) {
                for (String packages : PYTHON) {
                    addPlace(library + "/" + python.getFileName() + "/" + packages);
                }
            }
        }
    }

    private void addPlace(String path) throws IOException {
        Optional<Path> found = image.find(path);
        if (found.isPresent()) {
            add(path, found.get(), attributes(found.get()));
        }
    }

    private void add(String name, Path file, BasicFileAttributes attributes) throws IOException {
        budget.checkTime();
        String what = attributes.isSymbolicLink()
                ? Files.readSymbolicLink(file).toString()
                : (attributes.isDirectory() ? "/" : attributes.size()) + " "
                        + attributes.lastModifiedTime().toMillis();
        take(name + '\0' + what + '\n');
    }

    private void take(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    /** @return in one order; none of a folder that may not be read, or has very many */
    private List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            return sorted(stream);
        } catch (AccessDeniedException e) {
            return List.of();
        }
    }

    List<Path> sorted(DirectoryStream<Path> stream) throws IOException {
        int most = Math.min(MOST_CHILDREN, left);
        List<Path> children = new ArrayList<>();
        try {
            for (Path child : stream) {
                if (children.size() == most) {
                    left -= most;
                    return List.of();
                }
                children.add(child);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        left -= children.size();
        children.sort(null);
        return children;
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
