package org.carme.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageSettingsTest {
    @Test
    void putsNamesIntoPaths() {
        StorageSettings settings = read(Map.of(
                StorageSettings.PROJECT_KEY,
                "/data/{project}/files",
                StorageSettings.SCRATCH_KEY,
                "/scratch/u-{user}"));

        assertThat(settings.project("pinns")).contains("/data/pinns/files");
        assertThat(settings.scratch("alice")).contains("/scratch/u-alice");
    }

    @Test
    void offersNothingUnlessItIsConfigured() {
        StorageSettings settings = read(Map.of(StorageSettings.PROJECT_KEY, " "));

        assertThat(settings.project("pinns")).isEmpty();
        assertThat(settings.scratch("alice")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects/{project}",
                "/projects",
                "/projects/{user}",
                "/projects/../{project}",
                "/projects/{project}/",
                "/projects:{project}",
                "/my projects/{project}",
                "~/{project}"
            })
    void stopsTheStartAtWhatIsNoSuchPath(String path) {
        assertThatThrownBy(() -> read(Map.of(StorageSettings.PROJECT_KEY, path)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(StorageSettings.PROJECT_KEY);
    }

    private static StorageSettings read(Map<String, String> configuration) {
        return StorageSettings.of(key -> Optional.ofNullable(configuration.get(key)));
    }
}
