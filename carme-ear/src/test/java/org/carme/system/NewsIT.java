package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators tell everybody. */
class NewsIT {
    private static final Api ADMIN = Api.as("admin");
    private static final Api ALICE = Api.as("alice");

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @AfterEach
    void deleteAll() {
        ADMIN.list("/admin/news").forEach(news -> ADMIN.delete("/admin/news/" + news.getInt("id")));
    }

    @Test
    void appearsOnOpenPagesAndStaysAboveThemUntilItIsConfirmed() {
        try (Chromium chromium = new Chromium()) {
            Page alices = chromium.open(Chromium.Look.DESK);
            Page admins = chromium.open(Chromium.Look.DESK);
            Complaints complaints = new Complaints().of(alices).of(admins);
            HomePage.logIn(alices, "alice");
            alices.locator("#news-card").waitFor();
            HomePage.logIn(admins, "admin");
            admins.navigate(Api.PORTAL + "/admin/news.xhtml");
            admins.locator("#title").fill("Move of the file server");
            admins.locator("#text").fill("Save **everything**.\n\n<script>alert(1)</script>");
            admins.locator("#text").press("End");
            admins.locator("#preview strong").waitFor();
            assertThat(admins.locator("#preview").textContent()).contains("<script>alert(1)</script>");
            admins.locator("#mustRead").check();
            admins.locator("#save").click();
            admins.locator("#kept .change").waitFor();

            alices.locator(".news-banner strong").waitFor();
            alices.locator(".news-banner button").click();
            Locator.WaitForOptions gone = new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
            alices.locator(".news-banner").waitFor(gone);
            assertThat(alices.locator("#news-card").textContent()).contains("Move of the file server");

            admins.locator("#kept .change").click();
            admins.locator("#cancel").waitFor();
            assertThat(admins.locator("#from").inputValue()).isNotEmpty();
            admins.locator("#mustRead").uncheck();
            admins.locator("#again").check();
            admins.locator("#save").click();
            alices.locator("#news-card [data-read-news]").click();
            alices.locator("#news-card .news-item").waitFor(gone);

            admins.locator("#kept .delete").click();
            admins.locator("#confirm-yes").click();
            admins.locator("#kept").waitFor(gone);
            assertThat(complaints.all()).isEmpty();
        }
    }

    @Test
    void isOnTheLoginPageIfWanted() {
        announce("For strangers", true);
        announce("For users", false);
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Chromium.Look.GERMAN_PHONE);
            tab.navigate(Api.PORTAL + "/");

            assertThat(tab.locator(".login-news h2").allTextContents()).containsExactly("For strangers");
        }
    }

    @Test
    void keepsWritingToAdministrators() {
        long id = announce("Hello", false).getJsonNumber("id").longValue();

        assertThat(ALICE.get("/admin/news").status()).isEqualTo(422);
        assertThat(ALICE.post("/admin/news", text("mine", false)).status()).isEqualTo(422);
        assertThat(ALICE.delete("/admin/news/" + id).status()).isEqualTo(422);
        assertThat(ADMIN.put("/admin/news/" + id + "?version=-1", text("other", false))
                        .status())
                .isEqualTo(409);
        assertThat(ALICE.list("/news").get(0).getBoolean("read")).isFalse();
        assertThat(ALICE.put("/news/" + id + "/read", "{}").status()).isEqualTo(204);
        assertThat(ALICE.list("/news").get(0).getBoolean("read")).isTrue();
        assertThat(ALICE.put("/news/0/read", "{}").status()).isEqualTo(404);
    }

    private static JsonObject announce(String title, boolean onLogin) {
        Api.Answer made = ADMIN.post("/admin/news", text(title, onLogin));
        assertThat(made.status()).isEqualTo(201);
        return made.json();
    }

    private static String text(String title, boolean onLogin) {
        return "{\"title\":\"" + title + "\",\"text\":\"Read *this*.\",\"severity\":\"INFO\",\"onLogin\":" + onLogin
                + "}";
    }
}
