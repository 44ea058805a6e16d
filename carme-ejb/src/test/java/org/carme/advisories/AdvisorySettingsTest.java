package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdvisorySettingsTest {
    @Test
    void isOffWithoutAFolder() {
        assertThat(settings(null).isOn()).isFalse();
        assertThat(settings(" ").isOn()).isFalse();
        assertThat(settings("/srv/advisories").folder()).contains(Path.of("/srv/advisories"));
    }

    @Test
    void takesNoFolderThatDependsOnWhereThePortalWasStarted() {
        assertThatThrownBy(() -> settings("advisories"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.advisories.folder");
    }

    @Test
    void saysHowOldOldFilesAre() {
        Instant made = Instant.parse("2026-11-01T00:00:00Z");
        DataSource source = new DataSource("PyPI.zip", 1, made);

        assertThat(source.daysTooOld(made.plus(Duration.ofDays(14)))).isZero();
        assertThat(source.daysTooOld(made.plus(Duration.ofDays(15)))).isEqualTo(15);
    }

    private static AdvisorySettings settings(String folder) {
        return AdvisorySettings.of(key -> Optional.ofNullable(folder));
    }
}
