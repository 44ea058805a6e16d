package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"/data:/mnt", "/data:/mnt:ro"})
    void readsWhatItWrites(String line) {
        assertThat(BindText.of(BindText.read(line))).isEqualTo(line);
    }

    @Test
    void leavesNothingOutThatTheRulesRefuse() {
        assertThat(BindText.read("/data")).isEqualTo(new ImageBind("/data", "", false));
        assertThat(BindText.read("/data:/mnt:rw")).isEqualTo(new ImageBind("/data", "/mnt:rw", false));
    }
}
