package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSettingsTest {
    @Test
    void allowsOneStoreAndNoBindsByDefault() {
        ImageSettings settings = settings(Map.of());

        assertThat(settings.runtimesFolder()).isEqualTo(Path.of("/opt/carme/runtimes"));
        assertThat(settings.folders()).containsExactly("/opt/carme/images");
        assertThat(settings.bindSources()).isEmpty();
    }

    @Test
    void readsListsWithCommas() {
        ImageSettings settings =
                settings(Map.of("carme.images.folders", "/a, /b/c", "carme.images.bind-sources", "/data,/scratch,"));

        assertThat(settings.folders()).containsExactly("/a", "/b/c");
        assertThat(settings.bindSources()).containsExactly("/data", "/scratch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "/", "/a/", "/a//b", "/a/../b", "/a/.", "/a b", "/a:b", "/$HOME", "-/a"})
    void refusesWhatIsNoNormalisedPathByItsKey(String path) {
        assertThatThrownBy(() -> settings(Map.of("carme.images.folders", path)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.images.folders");
        assertThatThrownBy(() -> settings(Map.of("carme.images.bind-sources", "/data," + path)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.images.bind-sources");
    }

    private static ImageSettings settings(Map<String, String> configuration) {
        return ImageSettings.of(key -> Optional.ofNullable(configuration.get(key)));
    }
}
