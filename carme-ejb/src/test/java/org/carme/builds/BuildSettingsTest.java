package org.carme.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildSettingsTest {
    private static final Map<String, String> ON =
            Map.of("carme.builds.template", "Images", "carme.builds.folder", "/opt/carme/images/own");

    @Test
    void buildsNothingByDefault() {
        BuildSettings settings = settings(Map.of());

        assertThat(settings.template()).isEmpty();
        assertThat(settings.groups()).isEmpty();
        assertThat(settings.makerOf("/opt/carme/images/debian")).isEmpty();
    }

    @Test
    void readsLists() {
        Map<String, String> configuration = new HashMap<>(ON);
        configuration.put("carme.builds.groups", "users, lab");
        configuration.put("carme.builds.apt-sources", "deb [trusted=yes] http://m/debian ./ | deb http://m/x y main");
        configuration.put("carme.builds.pip-index", "https://m/simple");
        configuration.put("carme.builds.max-gigabytes", "2");

        BuildSettings settings = settings(configuration);

        assertThat(settings.groups()).containsExactlyInAnyOrder("users", "lab");
        assertThat(settings.aptSources())
                .containsExactly("deb [trusted=yes] http://m/debian ./", "deb http://m/x y main");
        assertThat(settings.pipIndex()).contains("https://m/simple");
        assertThat(settings.maxBytes()).isEqualTo(2_000_000_000L);
        assertThat(settings.maxProcesses()).isEqualTo(512);
    }

    @ParameterizedTest
    @CsvSource({
        "carme.builds.folder, /srv/own",
        "carme.builds.folder, /opt/carme/images/../own",
        "carme.builds.folder, /opt/carme/images",
        "carme.builds.folder, ''",
        "carme.builds.max-gigabytes, 0",
        "carme.builds.max-gigabytes, 10001",
        "carme.builds.max-processes, many",
        "carme.builds.apt-sources, -o=x",
        "carme.builds.pip-index, file:///x",
        "carme.builds.conda-channel, --help"
    })
    void refusesWhatMakesNoSenseByItsKey(String key, String value) {
        Map<String, String> configuration = new HashMap<>(ON);
        configuration.put(key, value);

        assertThatThrownBy(() -> settings(configuration))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key);
    }

    @Test
    void knowsWhoseFilesThereAre() {
        BuildSettings settings = settings(ON);

        assertThat(settings.makerOf("/opt/carme/images/own/alice/torch-1-ab12cd34"))
                .contains("alice");
        assertThat(settings.makerOf("/opt/carme/images/own/alice")).isEmpty();
        assertThat(settings.makerOf("/opt/carme/images/debian")).isEmpty();
    }

    private static BuildSettings settings(Map<String, String> configuration) {
        return BuildSettings.of(key -> Optional.ofNullable(configuration.get(key)), List.of("/opt/carme/images"));
    }
}
