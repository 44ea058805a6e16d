package org.carme.faces.delivery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.delivery.Outcome;
import org.carme.faces.layout.Texts;

/** Why something was not sent, for people. */
@Named
@RequestScoped
public class DeliveryTexts {
    @Inject
    Texts texts;

    /** @param words of an {@link Outcome} */
    public String trouble(String words) {
        return texts.textOr("delivery.trouble.other", "delivery.trouble." + words, words);
    }

    String saved() {
        return texts.text("delivery.saved");
    }

    /** @return of a test message */
    String tested(Outcome outcome) {
        return outcome.isSent()
                ? texts.text("delivery.test.sent")
                : texts.text("delivery.test.failed", trouble(outcome.words()));
    }

    /** @param state {@code waiting} or {@code lost} */
    public String count(String state, long count) {
        return texts.text("delivery." + state, count);
    }
}
