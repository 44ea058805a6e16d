package org.carme.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** A choice's row. */
@Entity
@Table(name = "delivery_choices")
class ChoiceRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_name")
    private String user;

    private String language;

    @Column(name = "mail_occasions")
    private String mail;

    @Column(name = "chat_occasions")
    private String chat;

    @Column(name = "sealed_webhook")
    private String sealedWebhook;

    /** For JPA. */
    protected ChoiceRow() {}

    ChoiceRow(String user, DeliveryChoice choice) {
        this.user = user;
        become(choice);
    }

    /** Takes all but the webhook. */
    final void become(DeliveryChoice choice) {
        language = choice.language().orElse(null);
        mail = Occasion.join(choice.mail());
        chat = Occasion.join(choice.chat());
    }

    /** @param sealed null: none any more */
    void post(String sealed) {
        sealedWebhook = sealed;
    }

    DeliveryChoice choice() {
        return new DeliveryChoice(Optional.ofNullable(language), Occasion.split(mail), Occasion.split(chat));
    }

    Optional<String> sealedWebhook() {
        return Optional.ofNullable(sealedWebhook);
    }
}
