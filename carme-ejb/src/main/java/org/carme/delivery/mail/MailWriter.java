package org.carme.delivery.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carme.delivery.DeliverySettings;
import org.carme.delivery.Letter;
import org.carme.delivery.Wording;
import org.carme.messages.Message;

/** Makes an e-mail of a letter: the same as plain text and as HTML. */
@ApplicationScoped
class MailWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_SUBJECT = 150;

    @Inject
    Wording wording;

    @Inject
    DeliverySettings settings;

    /** A message as it is told. */
    private record Line(String text, String time, Optional<String> page) {}

    MimeMessage write(Session session, InternetAddress from, Letter letter, Instant now) throws MessagingException {
        MimeMessage mail = new IdentifiedMessage(session, identity(letter, from));
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.address(), true));
        mail.setSubject(subject(letter), UTF_8);
        mail.setSentDate(Date.from(now));
        // RFC 3834: no answers from holidays
        mail.setHeader("Auto-Submitted", "auto-generated");
        List<Line> lines = lines(letter);
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(plain(letter, lines), "plain"));
        both.addBodyPart(part(html(letter, lines), "html"));
        mail.setContent(both);
        mail.saveChanges();
        return mail;
    }

    /** From the letter alone, so that who gets it twice can see that. */
    private static String identity(Letter letter, InternetAddress from) {
        String address = from.getAddress();
        return "<carme." + letter.id() + "@" + address.substring(address.indexOf('@') + 1) + ">";
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, type);
        return part;
    }

    private String subject(Letter letter) {
        int count = letter.messages().size();
        String text = count == 1
                ? wording.message(letter.messages().get(0), letter.locale())
                : wording.phrase("subject", letter.locale(), count);
        String line = oneLine(text);
        return "Carme: " + (line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) + "…" : line);
    }

    /** Names come from people: nothing in them begins a header or a line. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private List<Line> lines(Letter letter) {
        return letter.shown().stream()
                .map(message -> line(message, letter.locale()))
                .toList();
    }

    private Line line(Message message, Locale locale) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(message.at());
        return new Line(
                oneLine(wording.message(message, locale)),
                time + " UTC",
                message.page().map(settings::page));
    }

    private String plain(Letter letter, List<Line> lines) {
        List<String> text = new ArrayList<>();
        for (Line line : lines) {
            text.add("* " + line.text() + " (" + line.time() + ")");
            line.page().ifPresent(page -> text.add("  " + page));
        }
        more(letter).ifPresent(text::add);
        text.add("");
        text.add(wording.phrase("all", letter.locale()) + " " + settings.page(letter.page()));
        text.add(wording.phrase("change", letter.locale()) + " " + settings.page("/message-settings.xhtml"));
        return String.join("\r\n", text) + "\r\n";
    }

    private String html(Letter letter, List<Line> lines) {
        StringBuilder text = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(letter.locale().toLanguageTag())
                .append("\"><body><ul>");
        for (Line line : lines) {
            text.append("<li>")
                    .append(line.page().map(page -> link(page, line.text())).orElseGet(() -> escaped(line.text())))
                    .append(" <small>(")
                    .append(escaped(line.time()))
                    .append(")</small></li>");
        }
        text.append("</ul>");
        more(letter).ifPresent(more -> text.append("<p>").append(escaped(more)).append("</p>"));
        return text.append("<p><small>")
                .append(link(settings.page(letter.page()), wording.phrase("all", letter.locale())))
                .append("<br>")
                .append(link(settings.page("/message-settings.xhtml"), wording.phrase("change", letter.locale())))
                .append("</small></p></body></html>")
                .toString();
    }

    private Optional<String> more(Letter letter) {
        return letter.hidden() == 0
                ? Optional.empty()
                : Optional.of(wording.phrase("more", letter.locale(), letter.hidden()));
    }

    private static String link(String page, String text) {
        return "<a href=\"" + escaped(page) + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Keeps its identity: Jakarta Mail would make a new one each time. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String identity;

        IdentifiedMessage(Session session, String identity) {
            super(session);
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identity);
        }
    }
}
