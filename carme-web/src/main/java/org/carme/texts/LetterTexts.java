package org.carme.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.carme.delivery.Wording;
import org.carme.messages.Message;

/** Gives what goes out of the portal the same texts as its pages. */
@ApplicationScoped
public class LetterTexts implements Wording.Texts {
    @Inject
    MessageTexts texts;

    @Inject
    Wording wording;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        wording.readFrom(this);
    }

    @Override
    public String message(Message message, Locale locale) {
        return texts.text(message, locale);
    }

    @Override
    public String phrase(String key, Locale locale, Object... arguments) {
        return texts.phrase(key, locale, arguments);
    }
}
