package org.carme.faces.tokens;

import java.time.Instant;
import java.util.stream.Collectors;
import org.carme.users.TokenSummary;

/** A token as a row. */
public class TokenRow {
    private final TokenSummary token;

    public TokenRow(TokenSummary token) {
        this.token = token;
    }

    public long getId() {
        return token.id();
    }

    public String getName() {
        return token.name();
    }

    public String getScopes() {
        return token.scopes().stream().sorted().collect(Collectors.joining(", "));
    }

    public long getExpires() {
        return token.expiresAt().toEpochMilli();
    }

    /** @return 0 if it was never used */
    public long getUsed() {
        return token.lastUsedAt().map(Instant::toEpochMilli).orElse(0L);
    }
}
