package org.carme.rest.projects;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.carme.projects.Classification;
import org.carme.projects.ProjectText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The project that somebody asks for. */
@Schema(name = "ProjectRequest")
public record ProjectRequestDto(
        @NotNull @Schema(minLength = 1, maxLength = ProjectText.NAME_LENGTH)
        String name,

        @Schema(maxLength = ProjectText.DESCRIPTION_LENGTH, description = "Plain text or Markdown")
        String description,

        @Schema(
                enumeration = {"public", "internal", "confidential"},
                defaultValue = "internal",
                description = "Changed afterwards by administrators alone")
        String classification) {

    ProjectText text() {
        return new ProjectText(name, Optional.ofNullable(description).orElse(""));
    }

    Classification wanted() {
        return Optional.ofNullable(classification).map(Classification::of).orElse(Classification.DEFAULT);
    }
}
