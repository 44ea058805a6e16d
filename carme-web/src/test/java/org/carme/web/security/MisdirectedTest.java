package org.carme.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser shows that came by another address. */
class MisdirectedTest {
    private final Misdirected misdirected = new Misdirected();

    @BeforeEach
    void open() {
        misdirected.origins = new Origins();
        misdirected.origins.portal = URI.create("https://carme.example.org");
    }

    @Test
    void leadsToThePortal() {
        assertThat(misdirected.page(Locale.ENGLISH))
                .contains("<html lang=\"en\">", "The portal has another address")
                .contains("<a href=\"https://carme.example.org\">https://carme.example.org</a>");
    }

    @Test
    void speaksGermanAndElseEnglish() {
        assertThat(misdirected.page(Locale.GERMANY)).contains("Das Portal hat eine andere Adresse");
        assertThat(misdirected.page(Locale.FRANCE)).contains("The portal has another address");
    }
}
