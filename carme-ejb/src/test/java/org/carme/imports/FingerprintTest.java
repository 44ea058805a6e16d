package org.carme.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an image counts as another one. */
class FingerprintTest {
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

    private static String print(Path image) throws IOException {
        return Fingerprint.of(image, new Budget(0, System.nanoTime() + 60_000_000_000L));
    }
}
