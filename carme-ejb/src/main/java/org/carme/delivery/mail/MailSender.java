package org.carme.delivery.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.carme.delivery.Channel;
import org.carme.delivery.Letter;
import org.carme.delivery.Outcome;
import org.carme.delivery.Outcome.Result;
import org.carme.delivery.Sender;
import org.eclipse.microprofile.config.Config;

/** Sends letters by SMTP. */
@ApplicationScoped
class MailSender implements Sender {
    private static final Logger LOG = System.getLogger(MailSender.class.getName());
    private static final int LONGEST_ADDRESS = 254;

    @Inject
    Config config;

    @Inject
    MailWriter writer;

    @Inject
    Clock clock;

    private Optional<MailSettings> settings = Optional.empty();

    @PostConstruct
    void read() {
        settings = MailSettings.read(config);
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isOffered() {
        return settings.isPresent();
    }

    /** One address alone, of which nothing can become another header or another recipient. */
    @Override
    public Optional<String> objection(String address) {
        if (address.length() > LONGEST_ADDRESS || !address.matches("[\\x21-\\x7e&&[^,;:<>()\\[\\]\\\\\"]]+")) {
            return Optional.of("bad-address");
        }
        try {
            new InternetAddress(address, true).validate();
            return address.contains("@") ? Optional.empty() : Optional.of("bad-address");
        } catch (AddressException e) {
            return Optional.of("bad-address");
        }
    }

    @Override
    public Outcome send(Letter letter) {
        MailSettings server = settings.orElseThrow();
        Session session = Session.getInstance(server.properties());
        try {
            MimeMessage mail = writer.write(session, server.from(), letter, clock.instant());
            Transport transport = session.getTransport();
            try {
                connect(transport, server);
                return send(transport, mail);
            } finally {
                close(transport);
            }
        } catch (MessagingException e) {
            return new Outcome(Result.FAILED, words(e));
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "The mail server does not say goodbye; what it said before counts", e);
        }
    }

    private static void connect(Transport transport, MailSettings server) throws MessagingException {
        if (server.user().isPresent()) {
            transport.connect(server.user().get().name(), server.user().get().password());
        } else {
            transport.connect();
        }
    }

    private static Outcome send(Transport transport, MimeMessage mail) {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return Outcome.sent();
        } catch (MessagingException e) {
            String words = words(e);
            return new Outcome(isForEver(e) ? Result.REFUSED : isAnswer(words) ? Result.FAILED : Result.UNSURE, words);
        }
    }

    /** The server does not know the recipient; other troubles may pass. */
    private static boolean isForEver(MessagingException failure) {
        return failure instanceof SendFailedException unsent
                && unsent.getInvalidAddresses() != null
                && unsent.getInvalidAddresses().length > 0;
    }

    /** Without an answer, the server may have taken the mail. */
    private static boolean isAnswer(String words) {
        return words.matches("[45]\\d\\d\\b.*");
    }

    /** The innermost cause says why; of a refused login nothing but that, for the server may repeat the name. */
    private static String words(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return "mail-login";
        }
        Throwable cause = failure;
        while (next(cause) != null) {
            cause = next(cause);
        }
        return cause instanceof MessagingException ? String.valueOf(cause.getMessage()) : cause.toString();
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException nesting ? nesting.getNextException() : failure.getCause();
    }
}
