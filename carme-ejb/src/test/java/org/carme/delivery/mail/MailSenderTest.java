package org.carme.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carme.common.TestConfig;
import org.carme.delivery.Letter;
import org.carme.delivery.Outcome;
import org.carme.delivery.Outcome.Result;
import org.carme.delivery.TestDelivery;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real SMTP server. */
class MailSenderTest {
    private static final String TO = "alice@example.org";

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void writesInTheReadersLanguageWithLinksToThePortal() throws MessagingException, IOException {
        server.start();

        Outcome outcome = sender("none").send(letter("übermäßig “lang”"));

        assertThat(outcome).isEqualTo(Outcome.sent());
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Carme: de übermäßig “lang”");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Carme <carme@hpc.example.org>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, 0))
                .contains("übermäßig", "https://portal.example.org/job.xhtml?id=7")
                .contains("https://portal.example.org/message-settings.xhtml");
        assertThat(part(mail, 1)).contains("<html lang=\"de\">", "href=\"https://portal.example.org/messages.xhtml\"");
    }

    @Test
    void letsNoNameBecomeAHeaderOrMarkup() throws MessagingException, IOException {
        server.start();

        sender("none").send(letter("x\r\nBcc: bob@example.org\r\n\r\n<b onclick=\"x\">"));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).contains("x Bcc: bob@example.org <b");
        assertThat(part(mail, 1)).contains("&lt;b onclick=&quot;").doesNotContain("<b ");
    }

    @Test
    void keepsItsIdentityWhenItIsSentAgain() throws MessagingException {
        server.start();
        MailSender sender = sender("none");

        sender.send(letter("once"));
        sender.send(letter("once"));

        assertThat(List.of(server.getReceivedMessages()))
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<carme.l-1@hpc.example.org>", "<carme.l-1@hpc.example.org>");
    }

    @Test
    void tellsManyTogetherAndOfVeryManyTheNumber() throws MessagingException, IOException {
        server.start();
        List<Message> many =
                IntStream.range(0, 60).mapToObj(i -> message("job " + i + ".")).toList();

        sender("none").send(new Letter("l-1", TO, Locale.ENGLISH, "/messages.xhtml", many));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Carme: subject 60");
        assertThat(part(mail, 0)).contains("job 59.", "job 10.", "more 10").doesNotContain("job 9.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.org\r\nBcc: bob@example.org",
                "alice@example.org, bob@example.org",
                "alice@example.org;bob@example.org",
                "Alice <alice@example.org>",
                "group:alice@example.org;",
                "alice",
                "@example.org",
                ""
            })
    void refusesWhatIsNotOneAddressAlone(String address) {
        assertThat(sender("none").objection(address)).hasValue("bad-address");
        assertThat(sender("none").objection(TO)).isEmpty();
    }

    @Test
    void triesAgainWhileTheServerIsAway() {
        server.start();
        MailSender sender = sender("none");
        server.stop();

        Outcome outcome = sender.send(letter("later"));

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.words()).contains("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void sendsNothingToAServerThatIsNotTrustedOrHasNoTls(String tls) {
        server = new GreenMail(new ServerSetup(
                0, "127.0.0.1", tls.equals("tls") ? ServerSetup.PROTOCOL_SMTPS : ServerSetup.PROTOCOL_SMTP));
        server.start();

        Outcome outcome = sender(tls).send(letter("secret"));

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.words()).containsIgnoringCase(tls.equals("tls") ? "certif" : "starttls");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void isThereOnlyIfTheSiteHasAServer() {
        MailSender none = new MailSender();
        none.config = new TestConfig(Map.of());
        none.read();

        assertThat(none.isOffered()).isFalse();
        assertThat(sender("none").isOffered()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "carme.mail.port, 70000",
        "carme.mail.from, nobody",
        "carme.mail.tls, maybe",
        "carme.mail.trust.file, /nowhere",
        "carme.mail.user, carme"
    })
    void namesTheKeyThatIsWrong(String key, String value) {
        Map<String, String> configuration = configuration("none");
        configuration.put(key, value);

        assertThatThrownBy(() -> MailSettings.read(new TestConfig(configuration)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key.replace("user", "password.file"));
    }

    private MailSender sender(String tls) {
        return sender(configuration(tls));
    }

    static MailSender sender(Map<String, String> configuration) {
        MailSender sender = new MailSender();
        sender.config = new TestConfig(configuration);
        sender.clock = Clock.systemUTC();
        sender.writer = new MailWriter();
        sender.writer.wording = TestDelivery.wording();
        sender.writer.settings = TestDelivery.settings(Map.of("carme.portal.url", "https://portal.example.org"));
        sender.read();
        return sender;
    }

    private Map<String, String> configuration(String tls) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("carme.mail.host", "127.0.0.1");
        configuration.put("carme.mail.port", Integer.toString(server.isRunning() ? port() : 25));
        configuration.put("carme.mail.from", "Carme <carme@hpc.example.org>");
        configuration.put("carme.mail.tls", tls);
        return configuration;
    }

    private int port() {
        return server.getSmtp() != null
                ? server.getSmtp().getPort()
                : server.getSmtps().getPort();
    }

    private static Letter letter(String subject) {
        return new Letter("l-1", TO, Locale.GERMAN, "/messages.xhtml", List.of(message(subject)));
    }

    private static Message message(String subject) {
        return new Message(
                1,
                Kind.SUCCESS,
                "job-ready",
                subject,
                "",
                Optional.of(7L),
                Instant.parse("2026-03-01T12:00:00Z"),
                false);
    }

    private static String part(MimeMessage mail, int number) throws MessagingException, IOException {
        return (String) ((Multipart) mail.getContent()).getBodyPart(number).getContent();
    }
}
