package org.carme.rest.projects;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a project is refused. */
@Schema(name = "ProjectRefusal")
public record RefusalDto(
        @NotNull @Schema(minLength = 1, maxLength = 200, description = "The owner reads it")
        String reason) {}
