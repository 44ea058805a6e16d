package org.carme.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void readsOneFileForEach() throws IOException {
        write("{\"name\": \"cifar\", \"title\": \"CIFAR-10\", \"path\": \"/data/CIFAR 10\"}");

        assertThat(DatasetCatalogue.read(folder))
                .containsExactly(new Dataset("cifar", "CIFAR-10", "/data/CIFAR 10", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"cifar\",; \"title\": \"T\",; \"path\": \"data\"} | line 3: path",
                "{\"name\": \"cifar\",; \"title\": \"T\",; \"path\": \"/data/../x\"} | line 3: path",
                "{\"name\": \"cifar\",; \"title\": \" \",; \"path\": \"/data\"} | line 2: title",
                "{\"name\": \"cifar\",; \"title\": \"T\",; \"path\": \"/data\",; \"size\": 1} | size",
                "{\"name\": \"other\", \"title\": \"T\", \"path\": \"/data\"} | name",
                "{\"name\": \"cifar\", \"title\": \"T\"} | path"
            })
    void namesKeyFileAndLineOfAMistake(String text, String named) throws IOException {
        write(text.replace(';', '\n'));

        assertThatThrownBy(() -> DatasetCatalogue.read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("carme.datasets.folder", "cifar.json", named);
    }

    @Test
    void namesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> DatasetCatalogue.read(folder.resolve("none")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("carme.datasets.folder: " + folder + "/none: not a folder that the portal can read");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("cifar.json"), text);
    }
}
