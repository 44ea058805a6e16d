package org.carme.rest.images;

import jakarta.validation.constraints.NotNull;
import org.carme.images.ImageBind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A folder or file of the node that the image sees. */
@Schema(name = "ImageBind")
public record ImageBindDto(
        @NotNull String source,

        @NotNull @Schema(description = "Where in the image, in which it must exist")
        String target,

        @Schema(defaultValue = "false") Boolean readOnly) {
    static ImageBindDto of(ImageBind bind) {
        return new ImageBindDto(bind.source(), bind.target(), bind.readOnly());
    }

    ImageBind bind() {
        return new ImageBind(source, target, readOnly != null && readOnly);
    }
}
