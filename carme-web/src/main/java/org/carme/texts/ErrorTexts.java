package org.carme.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carme.common.CarmeException;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.TypeName;

/** What a failure means and what to do next. */
@ApplicationScoped
public class ErrorTexts {
    private static final String BUNDLE = "org.carme.texts.Errors";
    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    AcceleratorTypes types;

    /** @return the text of the failure's key, else of its code, in English if there is none in that language */
    public String text(CarmeException failure, Locale locale) {
        return text(failure, failure.messageKey(), locale);
    }

    /** @return the same for somebody who reads it beside the field, and so need not be told which it is */
    public String textBeside(CarmeException failure, Locale locale) {
        String beside = failure.messageKey() + ".beside";
        return text(failure, isKnown(beside) ? beside : failure.messageKey(), locale);
    }

    private String text(CarmeException failure, String wanted, Locale locale) {
        String key = isKnown(wanted) ? wanted : failure.code().code();
        return text(locale, key, failure.arguments().stream().map(this::words).toArray());
    }

    private Object words(Object argument) {
        return argument instanceof TypeName type ? types.described().title(type.name()) : argument;
    }

    public boolean isKnown(String key) {
        return bundle(Locale.ENGLISH).containsKey(key);
    }

    /** @return the text of a key that exists */
    public String text(Locale locale, String key, Object... arguments) {
        return new MessageFormat(bundle(locale).getString(key), locale).format(arguments);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, ErrorTexts.class.getClassLoader(), ENGLISH_ELSE);
    }
}
