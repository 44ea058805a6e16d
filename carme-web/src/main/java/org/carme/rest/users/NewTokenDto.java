package org.carme.rest.users;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.carme.users.NewToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that is wanted; 30 days and all that concerns the user himself unless said otherwise. */
public record NewTokenDto(
        @NotNull @Schema(minLength = 1, maxLength = 100) String name,

        @Schema(minimum = "1", maximum = "366", defaultValue = "30")
        Integer expiresInDays,

        @Schema(description = "Some of jobs:read, jobs:write, admin; the first two if left out")
        List<@NotNull String> scopes) {
    private static final int DAYS = 30;

    NewToken wanted() {
        return new NewToken(
                name,
                Duration.ofDays(expiresInDays == null ? DAYS : expiresInDays),
                scopes == null ? NewToken.OWN : Set.copyOf(scopes));
    }
}
