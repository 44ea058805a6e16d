package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.carme.messages.Message;

/** Texts of letters. They are in the pages' module, which says how they are read when it has started. */
@ApplicationScoped
public class Wording {
    private volatile Optional<Texts> texts = Optional.empty();

    /** Where texts are. */
    public interface Texts {
        String message(Message message, Locale locale);

        /** @param key of a text about letters, such as {@code subject.many} */
        String phrase(String key, Locale locale, Object... arguments);
    }

    public void readFrom(Texts source) {
        texts = Optional.of(source);
    }

    /** @return whether anything can be written yet */
    boolean isReady() {
        return texts.isPresent();
    }

    public String message(Message message, Locale locale) {
        return texts.orElseThrow().message(message, locale);
    }

    /** @return a text about letters */
    public String phrase(String key, Locale locale, Object... arguments) {
        return texts.orElseThrow().phrase(key, locale, arguments);
    }
}
