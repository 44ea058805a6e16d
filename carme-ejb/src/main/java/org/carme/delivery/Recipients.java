package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.carme.users.Contact;
import org.carme.users.DirectoryService;

/** Where and in which language people are reached. Asks the directory, so never inside a transaction. */
@ApplicationScoped
class Recipients {
    @Inject
    ChoiceStore choices;

    @Inject
    DirectoryService directory;

    @Inject
    DeliverySettings settings;

    @Inject
    SiteChat site;

    /**
     * Somebody by one channel.
     *
     * @param page of the portal, where more is to be read
     */
    record Recipient(Optional<String> address, Locale locale, String page) {}

    /**
     * @param user or {@link SiteChat#RECIPIENT}
     * @throws org.carme.users.DirectoryUnavailableException if the directory is away
     */
    Recipient find(Channel channel, String user) {
        if (user.equals(SiteChat.RECIPIENT)) {
            return new Recipient(site.webhook(), settings.locale(Optional.empty()), "/");
        }
        Optional<Contact> contact = directory.contact(user);
        Optional<String> language =
                choices.find(user).flatMap(DeliveryChoice::language).or(() -> contact.flatMap(Contact::language));
        Optional<String> address = contact.flatMap(
                known -> channel == Channel.MAIL ? known.mail().map(String::strip) : choices.webhook(user));
        return new Recipient(address, settings.locale(language), "/messages.xhtml");
    }
}
