package org.carme.rest.projects;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which templates a project gives. */
@Schema(name = "ProjectTemplates")
public record TemplatesDto(@NotNull List<@NotNull String> templates) {}
