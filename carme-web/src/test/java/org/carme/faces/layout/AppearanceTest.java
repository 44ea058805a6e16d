package org.carme.faces.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppearanceTest {
    @Test
    void keepsWhatAPageWasAskedForInTheOtherLanguage() {
        assertThat(Appearance.inLanguage("id=7&lang=en&text=a%26b", "de")).isEqualTo("?id=7&text=a%26b&lang=de");
        assertThat(Appearance.inLanguage("lang=de", "en")).isEqualTo("?lang=en");
        assertThat(Appearance.inLanguage(null, "de")).isEqualTo("?lang=de");
    }
}
