package org.carme.delivery;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to get out of the portal.
 *
 * @param language empty: the directory's, else the site's
 * @param chat what goes to his webhook, if he has one
 */
public record DeliveryChoice(Optional<String> language, Set<Occasion> mail, Set<Occasion> chat) {
    public DeliveryChoice {
        mail = Set.copyOf(mail);
        chat = Set.copyOf(chat);
    }
}
