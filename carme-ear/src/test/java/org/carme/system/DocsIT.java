package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documentation inside the portal. */
class DocsIT {
    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void isReadSearchedAndLinkedFromThePagesItHelpsWith() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "alice");
            tab.locator("#help").click();
            assertThat(tab.locator("article h1").textContent()).isEqualTo("Your first job");

            tab.locator("#search").fill("shift+enter");
            tab.locator("#search").press("Enter");
            tab.locator(".hits a").first().click();
            assertThat(tab.url()).endsWith("page=docs/tutorials/first-steps.md#section-your-first-job");

            tab.locator("nav[aria-label=Main] a[href$='/docs.xhtml']").click();
            tab.locator("article a[href*='how-to/set-quotas.md']").first().click();
            assertThat(tab.locator(".docs-side a[aria-current=page]").textContent())
                    .isEqualTo("Set quotas");

            tab.navigate(Api.PORTAL + "/docs.xhtml?page=../../etc/passwd");
            tab.locator(".ui-messages-error").waitFor();
            assertThat(complaints.all()).isEmpty();
        }
    }
}
