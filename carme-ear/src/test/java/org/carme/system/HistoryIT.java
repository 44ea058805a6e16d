package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looking back, and starting the same again. */
class HistoryIT {
    private static Chromium chromium;

    private final Complaints complaints = new Complaints();

    @BeforeAll
    static void begin() {
        Portal.up();
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @AfterEach
    void leaveNothing() {
        Api.as("alice").endAll();
    }

    @Test
    void findsSumsSavesAndStartsAgain() throws IOException {
        Page tab = chromium.open(Look.DESK);
        complaints.of(tab);
        tab.context().addCookies(List.of(new Cookie("carme-zone", "Asia%2FKabul").setUrl(Api.PORTAL)));
        String name = "=found again " + System.nanoTime();
        HomePage home = HomePage.logIn(tab, "alice").start("GPU", name);
        home.entryPoint(name, "Terminal");
        home.stop(name);

        tab.navigate(Api.PORTAL + "/history.xhtml");
        tab.locator("#text").fill(name.toUpperCase(Locale.ROOT));
        tab.locator("#period").selectOption("WEEK");
        tab.locator("#filter input[type=submit]").click();
        assertThat(tab.locator("#history tbody tr")).hasCount(1);
        assertThat(tab.locator("#totals")).containsText("1 job");
        Download csv = tab.waitForDownload(() -> tab.locator("#csv").click());
        assertThat(Files.readAllLines(csv.path()))
                .hasSize(2)
                .last()
                .asString()
                .contains("'" + name, "CANCELLED", "+04:30,");

        tab.locator("#history a.again").click();
        assertThat(tab.locator("#messages")).containsText("filled in like “" + name);
        assertThat(tab.locator("#name")).hasValue(name);
        assertThat(tab.locator("#type")).hasValue("a100");
        tab.locator("#go").click();
        home.row(name).waitFor();

        tab.navigate(Api.PORTAL + "/history.xhtml?text=nothing+like+it");
        assertThat(tab.locator(".empty")).containsText("No ended job matches");
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void keepsPresetsOfEachUser() {
        Page tab = chromium.open(Look.DESK);
        complaints.of(tab);
        HomePage home = HomePage.logIn(tab, "alice");
        home.choose("CPU");
        tab.locator("#minutes").selectOption("30");
        tab.locator("#new-preset summary").click();
        Locator preset = tab.locator("a.preset", new Page.LocatorOptions().setHasText("half <i>hour"));
        for (String title : List.of("half <i>hour", "another", "a third")) {
            tab.locator("#preset-title").fill(title);
            tab.keyboard().press("Enter");
            tab.locator("a.preset", new Page.LocatorOptions().setHasText(title)).waitFor();
            assertThat(tab.locator("#preset-title")).hasValue("");
        }

        home.choose("GPU");
        preset.click();
        assertThat(tab.locator("#template option:checked")).hasText("CPU");
        assertThat(tab.locator("#minutes")).hasValue("30");
        assertThat(Api.as("bob").list("/presets")).isEmpty();

        for (int left = 2; left >= 0; left--) {
            tab.locator(".remove-preset").first().click();
            assertThat(tab.locator("a.preset")).hasCount(left);
        }
        assertThat(complaints.all()).isEmpty();
    }
}
