package org.carme.rest.projects;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator grants to a project. */
@Schema(name = "ProjectGrant")
public record GrantDto(
        @Schema(description = "Left out: it never expires") Instant expiresAt,
        @NotNull @Schema(description = "Names of templates") List<@NotNull String> templates) {}
