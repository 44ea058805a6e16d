package org.carme.faces.delivery;

import java.io.Serializable;
import org.carme.delivery.DeliveryChoice;
import org.carme.delivery.Occasion;

/** What somebody wants of one occasion. */
public class OccasionRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Occasion occasion;
    private boolean mail;
    private boolean chat;

    OccasionRow(Occasion occasion, DeliveryChoice choice) {
        this.occasion = occasion;
        this.mail = choice.mail().contains(occasion);
        this.chat = choice.chat().contains(occasion);
    }

    Occasion occasion() {
        return occasion;
    }

    public String getCode() {
        return occasion.code();
    }

    /** @return whether only administrators are told such things */
    public boolean isAdministration() {
        return occasion == Occasion.CLUSTER;
    }

    public boolean isMail() {
        return mail;
    }

    public void setMail(boolean mail) {
        this.mail = mail;
    }

    public boolean isChat() {
        return chat;
    }

    public void setChat(boolean chat) {
        this.chat = chat;
    }
}
