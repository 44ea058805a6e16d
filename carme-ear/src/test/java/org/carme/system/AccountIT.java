package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Session and password of who is logged in; that a password really changes is tested with a real directory. */
class AccountIT {
    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void warnsBeforeTheSessionEndsAndGoesOnIfWanted() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            tab.clock().install();
            HomePage.logIn(tab, "alice");
            tab.locator("#session .session-left").waitFor();
            assertThat(tab.locator("#session-note").isVisible()).isFalse();

            tab.clock().fastForward("56:00");
            tab.locator("#session-note").waitFor();
            assertThat(tab.locator("#session-note").textContent()).contains("4 min");

            refreshManyAtOnce(tab);
            assertThat(tab.locator("#session-note").isVisible())
                    .as("what nobody did renews nothing")
                    .isTrue();
            tab.locator("#stay").click();

            tab.locator("#session-note").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    /** Faces sends them one after the other, each when the answer of the one before is there. */
    private static void refreshManyAtOnce(Page tab) {
        List<String> wanted = List.of("jobs", "maintenance", "news", "messages");
        List<Request> sent = new CopyOnWriteArrayList<>();
        tab.onRequestFinished(request -> {
            if ("partial/ajax".equals(request.headers().get("faces-request"))) sent.add(request);
        });
        wanted.forEach(what -> tab.evaluate("what => window.carmeChanged(what)", what));
        tab.waitForCondition(() -> sent.size() >= wanted.size());
    }

    private static void hasMet(Page tab, int rules) {
        tab.waitForCondition(() -> tab.locator(".rules .met").count() == rules);
    }

    @Test
    void showsWhichRulesTheNewPasswordKeepsAndRefusesAWrongPresentOne() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.GERMAN_PHONE);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "alice");
            tab.locator("#tools summary").click();
            tab.locator("#tools a[href$='/password.xhtml']").click();
            tab.locator("#present").fill("not this one");
            tab.locator("#next").fill("only small letters");
            hasMet(tab, 1);
            tab.locator("#next").fill("Correct horse battery staple 1");
            tab.locator("#again").fill("Correct horse battery staple 1");
            hasMet(tab, 4);

            tab.locator("#change").click();
            tab.locator("#present-wrong").waitFor();
            assertThat(tab.locator("#present-wrong").textContent()).contains("nicht richtig");
            assertThat(tab.locator("#next").inputValue()).as("not lost").isNotEmpty();
            assertThat(complaints.all()).isEmpty();
        }
    }
}
