package org.carme.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Slurm's words for why a job waits or has failed, in the words of people, and what can be done about it. */
@ApplicationScoped
public class ReasonTexts {
    private static final String BUNDLE = "org.carme.texts.Reasons";
    private static final String OTHER = "other";
    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @return for a word that is not known the word itself, in a sentence */
    public String waiting(String word, Locale locale) {
        return isKnown(word)
                ? bundle(locale).getString(word)
                : new MessageFormat(bundle(locale).getString(OTHER), locale).format(new Object[] {word});
    }

    /** @param reason Slurm's word, or a whole text, which stays as it is */
    public String failed(String reason, Locale locale) {
        return isKnown(reason) ? bundle(locale).getString(reason) : reason;
    }

    private static boolean isKnown(String word) {
        return !word.equals(OTHER) && bundle(Locale.ENGLISH).containsKey(word);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, ReasonTexts.class.getClassLoader(), ENGLISH_ELSE);
    }
}
