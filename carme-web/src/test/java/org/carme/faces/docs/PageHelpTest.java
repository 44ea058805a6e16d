package org.carme.faces.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageHelpTest {
    @Test
    void namesPagesAndDocumentsThatExist() {
        PageHelp.DOCUMENTS.forEach((page, document) -> {
            assertThat(Path.of("src/main/webapp" + page)).exists();
            assertThat(Path.of("..", document)).exists();
        });
    }
}
