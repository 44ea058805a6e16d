package org.carme.rest.projects;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How confidential the data of a project are. */
@Schema(name = "ProjectClassification")
public record ClassificationDto(
        @NotNull @Schema(enumeration = {"public", "internal", "confidential"})
        String classification) {}
