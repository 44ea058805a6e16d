package org.carme.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description of the API is what the code gives. */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("../docs/reference/openapi.yaml");

    @Test
    void isWhatTheCodeGives() throws IOException {
        try (InputStream generated = new OpenApiResource().get()) {
            assertThat(Files.readString(COMMITTED))
                    .as(
                            "look at the difference, then: cp carme-web/target/classes/org/carme/rest/openapi.yaml docs/reference/")
                    .isEqualTo(new String(generated.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
