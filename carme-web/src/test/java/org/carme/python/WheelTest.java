package org.carme.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class WheelTest {
    private static final Map<String, byte[]> SOURCES = Map.of(
            "carme/__init__.py", bytes("\"\"\"Carme.\"\"\"\n\n__version__ = \"1.2\"\n"), "carme/job.py", bytes("1\n"));

    @Test
    void isNamedByItsVersion() {
        assertThat(Wheel.of(SOURCES).fileName()).isEqualTo("carme-1.2-py3-none-any.whl");
    }

    @Test
    void holdsTheSourcesAndWhatDescribesThem() throws IOException {
        Map<String, String> members = members(Wheel.of(SOURCES));

        assertThat(members)
                .containsKeys("carme/__init__.py", "carme-1.2.dist-info/METADATA", "carme-1.2.dist-info/WHEEL")
                .containsEntry("carme/job.py", "1\n");
        // of "1\n", by sha256sum
        assertThat(members.get("carme-1.2.dist-info/RECORD"))
                .contains("carme/job.py,sha256=Q1WkaxnTSNwvV8BG-O9j1FOOu5NgAPPJ7pVKJ0YN2GU,2\n")
                .endsWith("carme-1.2.dist-info/RECORD,,\n");
    }

    @Test
    void isTheSameWheneverItIsMade() {
        assertThat(Wheel.of(SOURCES).sha256()).isEqualTo(Wheel.of(SOURCES).sha256());
    }

    @Test
    void needsAVersion() {
        assertThatIllegalStateException().isThrownBy(() -> Wheel.of(Map.of()));
    }

    private static Map<String, String> members(Wheel wheel) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(wheel.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
