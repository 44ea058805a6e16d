package org.carme.rest.users;

import java.time.Instant;
import java.util.List;
import org.carme.users.CreatedToken;
import org.carme.users.TokenSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token.
 *
 * @param token only in the answer that made it
 */
public record TokenDto(
        long id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,

        @Schema(description = "Shown only in the answer that made it")
        String token) {
    static TokenDto of(TokenSummary summary) {
        return of(summary, null);
    }

    static TokenDto of(CreatedToken created) {
        return of(created.summary(), created.token());
    }

    private static TokenDto of(TokenSummary summary, String token) {
        return new TokenDto(
                summary.id(),
                summary.name(),
                summary.scopes().stream().sorted().toList(),
                summary.createdAt(),
                summary.expiresAt(),
                summary.lastUsedAt().orElse(null),
                token);
    }
}
