package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages as their reader wants or needs them. */
class AppearanceIT {
    private static final String KABUL = "Asia/Kabul";

    private static Chromium chromium;

    private final Complaints complaints = new Complaints();
    private Page tab;

    @BeforeAll
    static void begin() {
        Portal.up();
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @BeforeEach
    void logIn() {
        tab = chromium.open(Look.DESK);
        complaints.of(tab);
        HomePage.logIn(tab, "alice");
        tab.locator("#session").waitFor();
    }

    @Test
    void tellsTimesAndFillsFieldsAsTheChosenClock() {
        tab.locator("#user-menu summary").click();
        assertThat(tab.locator("#reader-zone option:checked")).containsText("As in this browser");
        tab.locator("#reader-zone").selectOption(KABUL);

        assertThat(tab.locator("html[data-chosen-zone='" + KABUL + "']")).isVisible();
        Locator time = tab.locator("#side time[data-time]").first();
        assertThat(time).not().isEmpty();
        List<?> shown = (List<?>) time.evaluate("time => [time.dataset.time, time.textContent]");
        Instant at = Instant.ofEpochMilli(Long.parseLong(shown.get(0).toString()));
        assertThat(shown.get(1).toString())
                .startsWith(DateTimeFormatter.ofPattern("hh:mm").format(at.atZone(ZoneId.of(KABUL))));
        tab.navigate(Api.PORTAL + "/history.xhtml");
        assertThat(tab.locator("input[name=zone]")).hasValue(KABUL);
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void printsLightWithoutNavigationButWithPersonAndTime() {
        tab.context().addCookies(List.of(new Cookie("carme-theme", "dark").setUrl(Api.PORTAL)));
        tab.navigate(Api.PORTAL + "/history.xhtml");
        tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");

        assertThat(tab.locator("header.bar")).isHidden();
        assertThat(tab.locator("#filter")).isHidden();
        assertThat(tab.locator(".on-paper")).containsText("alice");
        assertThat(tab.locator(".on-paper time")).containsText(String.valueOf(Year.now(ZoneOffset.UTC)));
        assertThat(tab.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void holdsStillForWhoeverAsksForLessMotion() {
        tab.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

        assertThat((List<?>) tab.evaluate("""
                () => [...document.querySelectorAll('*')].map(element => getComputedStyle(element))
                    .filter(style => style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0)
                    .map(style => style.animationName + ' ' + style.transition)""")).isEmpty();
    }
}
