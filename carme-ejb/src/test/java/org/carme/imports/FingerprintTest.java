package org.carme.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an image counts as another one. */
class FingerprintTest {
    private static final Budget BUDGET = new Budget(0, System.nanoTime() + 60_000_000_000L);

    @TempDir
    Path folder;

    @Test
    void staysWhereNothingOfTheImagesOwnChanges() throws IOException {
        Path image = Trees.folder(folder.resolve("image"));
        Files.createDirectory(image.resolve("tmp"));
        String before = print(image);

        Trees.file(image.resolve("tmp/left"), "");
        Trees.file(image.resolve("carme-image.json"), "{}");
        Trees.touch(image.resolve("tmp"));

        assertThat(print(image)).isEqualTo(before).matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithFilesAndWithWhatPackagesAreInstalledWith() throws IOException {
        Path image = Trees.folder(folder.resolve("image"));
        Path dpkg = Trees.file(image.resolve("var/lib/dpkg/status"), "Package: sh");
        Path python = image.resolve("usr/local/lib/python3.11/site-packages");
        Files.createDirectories(python);
        String first = print(image);

        Trees.file(dpkg, "Package: sh, and another");
        String second = print(image);
        Trees.touch(python);
        String third = print(image);
        Trees.file(image.resolve("etc/new"), "");

        assertThat(print(image)).isNotIn(first, second, third);
        assertThat(second).isNotEqualTo(first);
        assertThat(third).isNotEqualTo(second);
    }

    @Test
    void ofAFileIsThatOfItsSizeAndTime() throws IOException {
        Path one = Trees.sif(folder.resolve("one.sif"));
        Path other = Trees.sif(folder.resolve("other.sif"));
        Trees.touch(one);
        Trees.touch(other);

        assertThat(print(one)).isEqualTo(print(other));
        Trees.file(other, "longer than it was before, by some letters");
        Trees.touch(other);
        assertThat(print(one)).isNotEqualTo(print(other));
    }

    @Test
    void seesNoMoreThanItsLimitOfAVeryLargeImage() throws IOException {
        Path image = folder.resolve("image");
        for (String name : List.of("a", "b", "c", "d", "e")) {
            Files.createDirectories(image.resolve(name));
            for (int i = 0; i < 4_500; i++) {
                Files.createSymbolicLink(image.resolve(name).resolve("link" + i), Path.of("1"));
            }
        }
        String before = print(image);

        relink(image.resolve("e"));
        assertThat(print(image)).as("behind the limit").isEqualTo(before);
        relink(image.resolve("d"));
        assertThat(print(image)).isNotEqualTo(before);
    }

    /** Changes what is in a folder, and leaves it its time. */
    private static void relink(Path parent) throws IOException {
        FileTime time = Files.getLastModifiedTime(parent);
        Files.delete(parent.resolve("link7"));
        Files.createSymbolicLink(parent.resolve("link7"), Path.of("2"));
        Files.setLastModifiedTime(parent, time);
    }

    @Test
    void saysThatAFolderCannotBeReadToItsEnd() {
        DirectoryStream<Path> failing = new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                throw new DirectoryIteratorException(new IOException("The disk is broken."));
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> new Fingerprint(folder, BUDGET).sorted(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("The disk is broken.");
    }

    private static String print(Path image) throws IOException {
        return Fingerprint.of(image, BUDGET);
    }
}
