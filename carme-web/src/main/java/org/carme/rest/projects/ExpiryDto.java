package org.carme.rest.projects;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a project may be used. */
@Schema(name = "ProjectExpiry")
public record ExpiryDto(
        @Schema(description = "Left out: it never expires") Instant expiresAt) {}
