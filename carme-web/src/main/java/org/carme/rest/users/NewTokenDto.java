package org.carme.rest.users;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.carme.users.NewToken;

/** A token that is wanted; 30 days and all scopes unless said otherwise. */
public record NewTokenDto(@NotNull String name, Integer expiresInDays, List<@NotNull String> scopes) {
    private static final int DAYS = 30;

    NewToken wanted() {
        return new NewToken(
                name,
                Duration.ofDays(expiresInDays == null ? DAYS : expiresInDays),
                scopes == null ? NewToken.SCOPES : Set.copyOf(scopes));
    }
}
