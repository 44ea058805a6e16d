package org.carme.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.declarations.DeclaredObject;

/**
 * What {@code carme-image.json} says of an image; what is missing says nothing.
 *
 * @param file where it stands, empty if there is none
 */
record ImageDeclaration(
        String file,
        Optional<String> name,
        Optional<String> version,
        Optional<String> title,
        Optional<String> description,
        Optional<String> runtime,
        List<String> entryPoints) {
    static final String FILE = "carme-image.json";
    static final ImageDeclaration NOTHING = new ImageDeclaration(
            "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final Set<String> KEYS = Set.of("name", "version", "title", "description", "runtime", "entryPoints");
    private static final int MOST_BYTES = 64 * 1024;

    /** @return where it may stand: inside of a folder, or beside any image with the image's name before it */
    static List<Path> places(Path image) {
        return List.of(image.resolve(FILE), image.resolveSibling(image.getFileName() + "." + FILE));
    }

    static boolean isOne(String file) {
        return file.equals(FILE) || file.endsWith("." + FILE);
    }

    /**
     * Reads a file of a store.
     *
     * @return empty if there is none, or it is a link
     * @throws IllegalArgumentException saying what of it is wrong
     */
    static Optional<ImageDeclaration> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = stream.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("larger than " + MOST_BYTES + " bytes");
        }
        return Optional.of(of(file, DeclaredObject.parse(new String(bytes, StandardCharsets.UTF_8))));
    }

    private static ImageDeclaration of(Path file, DeclaredObject object) {
        object.requireOnly(KEYS);
        return new ImageDeclaration(
                file.toString(),
                text(object, "name"),
                text(object, "version"),
                text(object, "title"),
                text(object, "description"),
                text(object, "runtime"),
                object.anyTexts("entryPoints"));
    }

    private static Optional<String> text(DeclaredObject object, String key) {
        return object.optional(key, DeclaredObject::asText);
    }
}
