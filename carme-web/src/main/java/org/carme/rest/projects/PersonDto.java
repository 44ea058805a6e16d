package org.carme.rest.projects;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is to belong to a project. */
@Schema(name = "ProjectPerson")
public record PersonDto(
        @NotNull @Schema(description = "User name") String user) {}
