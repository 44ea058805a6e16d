package org.carme.faces.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Texts with arguments, in the reader's language. */
@RequestScoped
public class Texts {
    @Inject
    Appearance appearance;

    /** @return the text, or the fallback's if there is none for that key */
    public String textOr(String fallback, String key, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.carme.texts.Texts", appearance.getLocale());
        String pattern = bundle.getString(bundle.containsKey(key) ? key : fallback);
        return new MessageFormat(pattern, appearance.getLocale()).format(arguments);
    }

    /** @return the text, which must exist */
    public String text(String key, Object... arguments) {
        return textOr(key, key, arguments);
    }
}
