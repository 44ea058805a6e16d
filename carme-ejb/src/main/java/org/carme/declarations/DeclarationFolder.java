package org.carme.declarations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder with one declaration in each JSON file, which is named as what it declares.
 *
 * @param key the configuration key that names the folder
 */
public record DeclarationFolder(String key, Path path) {
    private static final String SUFFIX = ".json";

    /**
     * Reads all, ordered by file name.
     *
     * @param reading throws {@link IllegalArgumentException}, naming the file's key that is wrong
     * @throws IllegalStateException naming configuration key, file, line and the file's key that is wrong
     */
    public <T> List<T> read(Function<DeclaredObject, T> reading) {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> readFile(file, reading))
                    .toList();
        } catch (IOException e) {
            throw failure(path, "not a folder that the portal can read", e);
        }
    }

    private <T> T readFile(Path file, Function<DeclaredObject, T> reading) {
        String text = "";
        try {
            text = Files.readString(file);
            DeclaredObject object = DeclaredObject.parse(text);
            T declaration = reading.apply(object);
            Rules.check(
                    file.getFileName().toString().equals(object.text("name") + SUFFIX),
                    "name: differs from the file's");
            return declaration;
        } catch (IOException e) {
            throw failure(file, "cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw failure(file, KeyLines.of(text).named(e.getMessage()) + e.getMessage(), e);
        }
    }

    private IllegalStateException failure(Path where, String what, Exception cause) {
        return new IllegalStateException(key + ": " + where + ": " + what, cause);
    }
}
