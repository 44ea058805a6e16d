package org.carme.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportSettingsTest {
    @Test
    void registersNothingUnlessTheSiteSaysSo() {
        assertThat(ImportSettings.of(Optional.empty()).registersNew()).isFalse();
        assertThat(ImportSettings.of(Optional.of("true")).registersNew()).isTrue();
        assertThatThrownBy(() -> ImportSettings.of(Optional.of("yes")))
                .hasMessageContaining("carme.images.import.register-new");
    }
}
