package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page whose live connection is cut. */
class InterruptionIT {
    private static final WebSocketRoute.CloseOptions CUT = new WebSocketRoute.CloseOptions().setCode(3000);

    private final List<WebSocketRoute> connections = new CopyOnWriteArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void leaveNothing() {
        Api.as("alice").endAll();
    }

    @Test
    void saysSinceWhenItIsCutOffAndCatchesUp() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(tab);
            tab.routeWebSocket("**/jakarta.faces.push/**", this::connect);
            HomePage home = HomePage.logIn(tab, "alice");
            tab.waitForCondition(() -> connections.size() == 3);
            assertThat(tab.locator("#push-lost")).isHidden();

            away.set(true);
            connections.forEach(connection -> connection.close(CUT));
            assertThat(tab.locator("#push-lost")).isVisible();
            assertThat(tab.locator("#push-lost time")).containsText(":");
            Api.as("alice").start(Starts.cpu("not noticed"));
            assertThat(home.row("not noticed")).hasCount(0);

            away.set(false);
            home.entryPoint("not noticed", "Terminal");
            assertThat(tab.locator("#push-lost")).isHidden();
            // One that is cut off while it still connects is what the browser itself complains of.
            assertThat(complaints.all())
                    .filteredOn(said -> !said.contains("closed before the connection is established"))
                    .isEmpty();
        }
    }

    @Test
    void saysThatNobodyHasAnsweredAndStartsOneJobInTheEnd() {
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.DESK);
            HomePage home = HomePage.logIn(tab, "alice");
            home.choose("CPU");
            tab.locator("#name").fill("sent twice");

            tab.context().setOffline(true);
            tab.locator("#go").click();
            assertThat(tab.locator("#failed")).containsText("did not answer");

            tab.context().setOffline(false);
            tab.reload();
            assertThat(tab.locator("#failed")).isHidden();
            home.choose("CPU");
            tab.locator("#name").fill("sent twice");
            tab.locator("#go").click();
            home.entryPoint("sent twice", "Terminal");
            assertThat(home.row("sent twice")).hasCount(1);
        }
    }

    private void connect(WebSocketRoute connection) {
        if (away.get()) {
            connection.close(CUT);
        } else {
            connections.add(connection);
            connection.connectToServer();
        }
    }
}
