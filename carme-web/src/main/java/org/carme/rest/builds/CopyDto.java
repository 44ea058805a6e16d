package org.carme.rest.builds;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a copy of an image's files is for. */
@Schema(name = "ImageCopy")
public record CopyDto(
        @Schema(description = "Of a sandbox: the image; left out: that of the sandbox")
        String image,

        @NotNull @Schema(description = "A new version; of a draft also the same, whose files the copy becomes then")
        String version) {}
