package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.users.SessionService;
import org.carme.users.SessionSummary;
import org.carme.users.TokenService;
import org.carme.users.TokenSummary;

/** What Carme itself knows about an account. */
@ApplicationScoped
class AccountFacts {
    @Inject
    SessionService sessions;

    @Inject
    TokenService tokens;

    @Inject
    MissingRepository missing;

    List<SessionSummary> sessions(String user) {
        return sessions.list(user);
    }

    List<TokenSummary> tokens(String user) {
        return tokens.list(user);
    }

    Optional<Instant> missingSince(String user) {
        return missing.find(user).map(MissingPerson::since);
    }
}
