package org.carme.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanarySettingsTest {
    private static CanarySettings settings(Map<String, String> values) {
        return CanarySettings.of(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void isOffWithoutAnAccount() {
        assertThat(settings(Map.of("carme.canary.template", "CPU")).isOn()).isFalse();
    }

    @Test
    void needsToKnowWhatToStart() {
        assertThatThrownBy(() -> settings(Map.of("carme.canary.user", "canary")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.canary.template");
    }
}
