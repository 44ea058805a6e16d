package org.carme.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carme.messages.Message;

/** What a message says. */
@ApplicationScoped
public class MessageTexts {
    private static final String BUNDLE = "org.carme.texts.Texts";
    /** Slurm's word for the reason says the same once more. */
    private static final String TIMED_OUT = "job-ended.TIMED_OUT";

    /** What a text names itself is not put behind it. */
    private static final String NAMES_DETAIL = "{1}";

    @Inject
    ReasonTexts reasons;

    /** @return of a key that this version of the portal does not have, only what the message is about */
    public String text(Message message, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        String key = "message." + message.key();
        String known = bundle.containsKey(key) ? key : "message.other";
        String detail = message.key().equals(TIMED_OUT) ? "" : reasons.failed(message.detail(), locale);
        String text = format(bundle, known, message.subject(), detail);
        return detail.isEmpty() || bundle.getString(known).contains(NAMES_DETAIL)
                ? text
                : format(bundle, "message.detail", text, detail);
    }

    /** @return a text of letters, which must exist */
    public String phrase(String key, Locale locale, Object... arguments) {
        return format(bundle(locale), "letter." + key, arguments);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, MessageTexts.class.getClassLoader());
    }

    private static String format(ResourceBundle bundle, String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }
}
