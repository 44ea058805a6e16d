package org.carme.rest.jobs;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By how much a job is extended. */
@Schema(name = "Extension")
public record ExtensionDto(
        @NotNull @Schema(minimum = "1", description = "At most the extendableMinutes of the job")
        Integer minutes) {}
