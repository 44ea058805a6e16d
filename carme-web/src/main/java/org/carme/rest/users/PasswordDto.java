package org.carme.rest.users;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the caller's password. */
@Schema(name = "PasswordChange")
public record PasswordDto(
        @NotNull @Schema(description = "The present password")
        String present,

        @NotNull @Schema(description = "The next one; it must keep the site's rules")
        String next) {
    /** Passwords never get into a log. */
    @Override
    public String toString() {
        return "PasswordDto";
    }
}
