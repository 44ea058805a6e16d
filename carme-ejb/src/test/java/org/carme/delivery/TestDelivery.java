package org.carme.delivery;

import java.util.Locale;
import java.util.Map;
import org.carme.common.TestConfig;
import org.carme.messages.Message;

/** What senders need of the portal. */
public final class TestDelivery {
    private TestDelivery() {}

    public static DeliverySettings settings(Map<String, String> configuration) {
        DeliverySettings settings = new DeliverySettings();
        settings.config = new TestConfig(configuration);
        settings.read();
        return settings;
    }

    /** Language and words, in the place of sentences. */
    public static Wording wording() {
        Wording wording = new Wording();
        wording.readFrom(new Wording.Texts() {
            @Override
            public String message(Message message, Locale locale) {
                return locale + " " + message.subject();
            }

            @Override
            public String phrase(String key, Locale locale, Object... arguments) {
                return key + (arguments.length > 0 ? " " + arguments[0] : "");
            }
        });
        return wording;
    }
}
