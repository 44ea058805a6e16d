package org.carme.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** What goes out of the portal as data about a person; the messages themselves are another section. */
@ApplicationScoped
class DeliveryData implements PersonalData {
    @Inject
    ChoiceRepository choices;

    @Inject
    OutboxRepository outbox;

    @Inject
    TrialRepository trials;

    @Override
    public String section() {
        return "message-settings";
    }

    @Override
    public Set<String> people() {
        Set<String> people = new HashSet<>(choices.users());
        people.addAll(outbox.users());
        people.addAll(trials.users());
        return people;
    }

    @Override
    public long count(String user) {
        return choices.find(user).stream().count() + outbox.count(user) + trials.count(user);
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        List<JsonObject> rows =
                choices.find(user).map(DeliveryData::json).map(List::of).orElse(List.of());
        return Part.whole(rows);
    }

    private static JsonObject json(ChoiceRow row) {
        DeliveryChoice choice = row.choice();
        return Json.createObjectBuilder()
                .add("language", choice.language().orElse(""))
                .add("mail", Occasion.join(choice.mail()))
                .add("chat", Occasion.join(choice.chat()))
                .add("webhook", row.sealedWebhook().isPresent())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        choices.remove(user);
        outbox.remove(user);
        trials.remove(user);
    }
}
