package org.carme.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Images as small as can be. */
final class Trees {
    private Trees() {}

    /** A root file system with a shell. */
    static Path folder(Path image) {
        file(image.resolve("bin/sh"), "");
        file(image.resolve("etc/os-release"), "NAME=Carme");
        return image;
    }

    static Path sif(Path image) {
        return file(image, "#!/usr/bin/env run-singularity\n\0SIF_MAGIC");
    }

    static Path squash(Path image) {
        return file(image, "hsqs");
    }

    static Path file(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void link(Path link, String target) {
        try {
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it the time of another day. */
    static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(86_400_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
