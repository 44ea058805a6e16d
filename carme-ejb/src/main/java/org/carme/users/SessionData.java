package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.Set;

/** Portal sessions as data about a person. */
@ApplicationScoped
class SessionData implements PersonalData {
    @Inject
    UserRepository users;

    @Override
    public String section() {
        return "sessions";
    }

    /** Their rows end by themselves. */
    @Override
    public Set<String> people() {
        return Set.of();
    }

    @Override
    public long count(String user) {
        return users.sessions(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(users.sessions(user).stream()
                .map(session -> Json.createObjectBuilder()
                        .add("startedAt", session.startedAt().toString())
                        .add("lastActionAt", session.lastActionAt().toString())
                        .build())
                .toList());
    }

    @Override
    public void forget(String user, String pseudonym) {
        users.removeSessions(user);
    }
}
