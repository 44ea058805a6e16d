package org.carme.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySettingsTest {
    @Test
    void keepsPortalAndGatewayOnDifferentHosts() {
        assertThat(settings(Map.of()).address().origin()).isEqualTo("http://127.0.0.1:8081");
        assertThatIllegalStateException()
                .isThrownBy(() -> settings(Map.of("carme.gateway.url", "http://localhost:8081")))
                .withMessageStartingWith("carme.gateway.url");
    }

    @ParameterizedTest
    @CsvSource({
        "carme.gateway.url, ftp://example.org",
        "carme.gateway.url, https://example.org/path",
        "carme.portal.url, nonsense",
        "carme.gateway.response.seconds, 0"
    })
    void namesTheKeyThatIsWrong(String key, String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> settings(Map.of(key, value)))
                .withMessageStartingWith(key);
    }

    private static GatewaySettings settings(Map<String, String> values) {
        return GatewaySettings.of(key -> Optional.ofNullable(values.get(key)), Clock.systemUTC());
    }
}
