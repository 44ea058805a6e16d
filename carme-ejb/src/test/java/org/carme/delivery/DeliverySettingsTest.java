package org.carme.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySettingsTest {
    @ParameterizedTest
    @CsvSource({"de, de", "'de-AT, en;q=0.5', de", "'fr, en;q=0.1', en", "fr, de", "not a language!, de", ", de"})
    void takesTheDirectorysLanguageElseTheSites(String directorys, String taken) {
        DeliverySettings settings = TestDelivery.settings(Map.of("carme.messages.language", "de"));

        assertThat(settings.locale(Optional.ofNullable(directorys)).getLanguage())
                .isEqualTo(taken);
    }

    @Test
    void waitsLongerAndLongerButNeverTooLong() {
        DeliverySettings settings = TestDelivery.settings(Map.of());

        assertThat(settings.pause(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.pause(3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.pause(1_000_000)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void mailsNothingByItselfIfTheSiteSaysSo() {
        assertThat(TestDelivery.settings(Map.of("carme.mail.occasions", "none")).mailed())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "carme.messages.language, fr",
        "carme.mail.occasions, job-started",
        "carme.messages.gather-seconds, soon",
        "carme.messages.give-up-hours, -1"
    })
    void namesTheKeyThatIsWrong(String key, String value) {
        assertThatThrownBy(() -> TestDelivery.settings(Map.of(key, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key);
    }
}
