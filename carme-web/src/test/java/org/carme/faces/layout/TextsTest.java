package org.carme.faces.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Locale machines = Locale.getDefault();
    private final Texts texts = new Texts();

    @BeforeEach
    void useAGermanMachine() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void putBack() {
        Locale.setDefault(machines);
    }

    @Test
    void speaksTheReadersLanguageWhateverTheMachines() {
        texts.appearance = new English();

        assertThat(texts.text("nav.home")).isEqualTo("Home");
    }

    private static final class English extends Appearance {
        @Override
        public Locale getLocale() {
            return Locale.ENGLISH;
        }
    }
}
