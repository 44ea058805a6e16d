package org.carme.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carme.system.Chromium.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages out of the portal: to a real SMTP server and to a real webhook. */
class DeliveryIT {
    private static final String NOTHING = "{\"mail\":[],\"chat\":[],\"webhook\":\"\"}";

    private static int port;
    private static GreenMail mail;
    private static WebhookServer chat;

    @BeforeAll
    static void begin() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        startMail();
        chat = WebhookServer.open();
        Portal.down();
        Portal.up(settings());
    }

    private static Map<String, String> settings() {
        return Map.of(
                "CARME_MAIL_HOST",
                "127.0.0.1",
                "CARME_MAIL_PORT",
                Integer.toString(port),
                "CARME_MAIL_TLS",
                "none",
                "CARME_MAIL_FROM",
                "Carme <carme@example.org>",
                "CARME_MESSAGES_GATHER_SECONDS",
                "0",
                "CARME_CHAT_INTERNAL_HOSTS",
                "localhost:" + chat.port(),
                "CARME_CHAT_HOSTS",
                "127.0.0.1:" + chat.port(),
                "CARME_CHAT_SITE_WEBHOOK",
                hook("localhost", "site"),
                "CARME_CHAT_TRUST_FILE",
                chat.certificate().toString());
    }

    private static String hook(String host, String name) {
        return "https://" + host + ":" + chat.port() + "/hooks/" + name;
    }

    private static void startMail() {
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterAll
    static void end() {
        Portal.down();
        mail.stop();
        chat.close();
    }

    @AfterEach
    void leaveNothing() {
        Api.as("bob").put("/me/message-settings", NOTHING);
        Api.as("bob").endAll();
        Api.as("admin").delete("/admin/maintenance");
    }

    @Test
    void mailsTheEndOfAJobInGermanToWhoHasChosenThatInGerman() throws MessagingException {
        String name = "vermisst-" + System.nanoTime();
        try (Chromium chromium = new Chromium()) {
            Page tab = chromium.open(Look.GERMAN_PHONE);
            Complaints complaints = new Complaints().of(tab);
            HomePage.logIn(tab, "bob");
            tab.navigate(Api.PORTAL + "/messages.xhtml");
            tab.locator("#settings").click();
            assertThat(tab.locator("#mail-address")).hasText("bob@example.org");
            Locator wanted = tab.locator("tr.job-ended input").first();
            wanted.check();
            tab.locator("#save").click();
            assertThat(tab.locator(".ui-messages-info")).containsText("gespeichert");
            tab.locator("#test-mail").click();
            assertThat(tab.locator(".ui-messages-info")).containsText("verschickt");
            tab.reload();
            assertThat(wanted).isChecked();
            assertThat(tab.locator("tr.cluster")).hasCount(0);
            tab.locator("#webhook").fill("https://evil.example.org/hooks/1");
            tab.locator("#save").click();
            assertThat(tab.locator("#webhook-wrong")).containsText("keine Webhooks dieses Rechners");
            assertThat(complaints.all()).isEmpty();
        }
        Api bob = Api.as("bob");
        bob.start(Starts.cpu(name));
        bob.endAll();

        MimeMessage told = await(name);
        assertThat(told.getSubject()).isEqualTo("Carme: „" + name + "“ wurde beendet");
        assertThat(told.getAllRecipients()).extracting(Object::toString).containsExactly("bob@example.org");
        assertThat(delivery("mail").getString("lastSentAt")).isNotEmpty();
    }

    @Test
    void mailsWhatWasToldWhileTheServerWasAwayAlthoughThePortalDied() throws MessagingException {
        Api bob = Api.as("bob");
        bob.put("/me/message-settings", "{\"language\":\"en\",\"mail\":[\"job-accepted\"],\"chat\":[]}");
        mail.stop();
        String name = "patient-" + System.nanoTime();
        bob.start(Starts.cpu(name));
        JsonObject failing =
                await(() -> delivery("mail"), status -> status.getInt("waiting") > 0 && status.containsKey("trouble"));
        assertThat(failing.getString("trouble")).contains("refused");
        Portal.kill();
        startMail();
        Portal.up(settings());

        assertThat(await(name).getSubject()).contains(name, "accepted");
    }

    @Test
    void postsToAWebhookOfAnAllowedHostAndShowsItNever() {
        Api bob = Api.as("bob");
        assertThat(choose(bob, "https://evil.example.org/hooks/s3cret").getString("code"))
                .isEqualTo("invalid-request");
        choose(bob, hook("127.0.0.1", "s3cret"));
        assertThat(test(bob).getString("trouble")).isEqualTo("inside");
        assertThat(chat.posted("/hooks/s3cret")).isEmpty();

        choose(bob, hook("localhost", "s3cret"));
        assertThat(test(bob).getBoolean("sent")).isTrue();
        String name = "@all " + System.nanoTime();
        bob.start(Starts.cpu(name));
        String line = await(() -> chat.posted("/hooks/s3cret"), posted -> posted.size() > 1)
                .get(1);
        assertThat(line).contains(name.substring(5)).doesNotContain("@all");

        assertThat(bob.get("/me/message-settings").json().getString("webhook"))
                .isEqualTo("https://localhost:" + chat.port() + "/…cret");
        assertThat(bob.text("/me/data")).doesNotContain("s3cret");
    }

    @Test
    void tellsTheSitesChatOfNewsAndMaintenance() {
        Api admin = Api.as("admin");
        String title = "New nodes " + System.nanoTime();
        String news = "{\"title\":\"" + title + "\",\"text\":\"Four more.\",\"severity\":\"INFO\"}";
        int id = admin.post("/admin/news", news).json().getInt("id");
        long version = admin.get("/admin/maintenance").json().getInt("version");
        admin.put("/admin/maintenance?version=" + version, "{\"message\":\"New switches\"}");
        awaitAtSite("New switches");
        admin.delete("/admin/maintenance");

        awaitAtSite("is over");
        awaitAtSite(title);
        admin.delete("/admin/news/" + id);
    }

    private static void awaitAtSite(String words) {
        await(() -> chat.posted("/hooks/site"), posted -> posted.stream().anyMatch(text -> text.contains(words)));
    }

    private static JsonObject choose(Api user, String webhook) {
        return user.put(
                        "/me/message-settings",
                        "{\"mail\":[],\"chat\":[\"job-accepted\"],\"webhook\":\"" + webhook + "\"}")
                .json();
    }

    private static JsonObject test(Api user) {
        return user.post("/me/message-settings/test/chat", "").json();
    }

    private static JsonObject delivery(String channel) {
        return Api.as("admin")
                .get("/admin/system")
                .json()
                .getJsonArray("deliveries")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(status -> status.getString("channel").equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static MimeMessage await(String subject) {
        return await(
                        () -> Stream.of(mail.getReceivedMessages())
                                .filter(message -> subjectOf(message).contains(subject))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static String subjectOf(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks four times a second, for a minute and a half: longer than the first pause after a failure. */
    private static <T> T await(Supplier<T> question, Predicate<T> wanted) {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        T answer = question.get();
        while (!wanted.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Still not as wanted: " + answer);
            }
            Api.pause();
            answer = question.get();
        }
        return answer;
    }
}
