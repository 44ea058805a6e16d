package org.carme.rest.images;

import jakarta.validation.constraints.NotNull;
import org.carme.images.VersionState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a version is to be. */
@Schema(name = "ImageVersionState")
public record StateDto(
        @NotNull
        @Schema(
                enumeration = {"active", "deprecated", "disabled"},
                description = "active approves a draft")
        String state) {
    VersionState wanted() {
        return ImageFilter.state(state);
    }
}
