package org.carme.rest.projects;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.carme.projects.ProjectText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a project is called and what is said about it. */
@Schema(name = "ProjectText")
public record ProjectTextDto(
        @NotNull @Schema(minLength = 1, maxLength = ProjectText.NAME_LENGTH)
        String name,

        @Schema(maxLength = ProjectText.DESCRIPTION_LENGTH, description = "Plain text or Markdown")
        String description) {

    ProjectText text() {
        return new ProjectText(name, Optional.ofNullable(description).orElse(""));
    }
}
