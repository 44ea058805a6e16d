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

    /** Somebody by one channel. */
    record Recipient(Optional<String> address, Locale locale) {}

    /** @throws org.carme.users.DirectoryUnavailableException if the directory is away */
    Recipient find(Channel channel, String user) {
        Optional<Contact> contact = directory.contact(user);
        Optional<String> language =
                choices.find(user).flatMap(DeliveryChoice::language).or(() -> contact.flatMap(Contact::language));
        Optional<String> address = contact.flatMap(
                known -> channel == Channel.MAIL ? known.mail().map(String::strip) : choices.webhook(user));
        return new Recipient(address, settings.locale(language));
    }
}
