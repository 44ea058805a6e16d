package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.Set;

/** Tokens as data about a person. */
@ApplicationScoped
class TokenData implements PersonalData {
    @Inject
    UserRepository users;

    @Override
    public String section() {
        return "tokens";
    }

    @Override
    public Set<String> people() {
        return users.tokenOwners();
    }

    @Override
    public long count(String user) {
        return users.tokens(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(users.tokens(user).stream()
                .map(ApiToken::summary)
                .map(TokenData::json)
                .toList());
    }

    private static JsonObject json(TokenSummary token) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", token.name())
                .add("scopes", Json.createArrayBuilder(token.scopes()))
                .add("createdAt", token.createdAt().toString())
                .add("expiresAt", token.expiresAt().toString());
        token.lastUsedAt().ifPresent(used -> json.add("lastUsedAt", used.toString()));
        return json.build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        users.removeTokens(user);
    }
}
