package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users are told, on every page and on a page of its own. */
class MessagesIT {
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
        Api.as("bob").endAll();
    }

    @Test
    void countsLiveOnEveryPageAndIsReadAndDeleted() {
        Api bob = Api.as("bob");
        bob.post("/notifications/read", "");
        Page tab = chromium.open(Look.DESK);
        complaints.of(tab);
        HomePage.logIn(tab, "bob");
        tab.locator("#bell a").click();
        tab.locator("#filter input[name=unread]").check();
        tab.locator("#filter input[type=submit]").click();
        assertThat(tab.locator("#list .empty")).containsText("No such message");

        String name = "told " + System.nanoTime();
        bob.start(Starts.cpu(name));
        Locator told = tab.locator(".inbox > li", new Page.LocatorOptions().setHasText(name));
        assertThat(told).hasCount(1);
        assertThat(tab.locator("#bell .count")).containsText("unread");

        told.locator("input").check();
        tab.locator("#mark").click();
        assertThat(told).hasCount(0);
        tab.navigate(Api.PORTAL + "/messages.xhtml?kind=INFO");
        told.locator("input").check();
        tab.locator("#remove").click();
        assertThat(tab.locator("#confirm-text")).containsText(name);
        tab.locator("#confirm-yes").click();
        assertThat(told).hasCount(0);
        assertThat(complaints.all()).isEmpty();
    }
}
