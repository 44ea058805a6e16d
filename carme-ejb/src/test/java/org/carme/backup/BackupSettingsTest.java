package org.carme.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupSettingsTest {
    private static BackupSettings settings(Map<String, String> values) {
        return BackupSettings.of(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void keepsSevenBelowTheDataFolder() {
        assertThat(settings(Map.of("carme.data", "/srv/data")))
                .isEqualTo(new BackupSettings(Optional.of(Path.of("/srv/data/backups")), 7));
    }

    @Test
    void isOffWhereTheFolderIsSetToNothing() {
        assertThat(settings(Map.of("carme.data", "/srv/data", "carme.backup.folder", ""))
                        .isOn())
                .isFalse();
    }

    @Test
    void isOffWithoutAnyFolder() {
        assertThat(settings(Map.of()).isOn()).isFalse();
    }

    @Test
    void refusesAFolderThatDependsOnWhereThePortalWasStarted() {
        assertThatThrownBy(() -> settings(Map.of("carme.backup.folder", "backups")))
                .hasMessageContaining("carme.backup.folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "seven", "1001", "99999999999"})
    void refusesANumberThatKeepsNothingOrEverything(String kept) {
        assertThatThrownBy(() -> settings(Map.of("carme.backup.keep", kept)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.backup.keep");
    }
}
