package org.carme.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Messages as data about a person. */
@ApplicationScoped
class MessageData implements PersonalData {
    private static final int PART = 200;

    @Inject
    MessageRepository messages;

    @Override
    public String section() {
        return "messages";
    }

    @Override
    public Set<String> people() {
        return messages.readers();
    }

    @Override
    public long count(String user) {
        return messages.count(user);
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        long before = cursor.map(Long::valueOf).orElse(Long.MAX_VALUE);
        List<Message> found = messages.before(user, MessageQuery.ALL, before, PART).stream()
                .map(MessageRow::message)
                .toList();
        return new Part(
                found.stream().map(MessageData::json).toList(),
                found.size() < PART
                        ? Optional.empty()
                        : Optional.of(Long.toString(found.get(PART - 1).id())));
    }

    private static JsonObject json(Message message) {
        return Json.createObjectBuilder()
                .add("at", message.at().toString())
                .add("event", message.key())
                .add("subject", message.subject())
                .add("detail", message.detail())
                .add("read", message.read())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        messages.remove(user);
    }
}
