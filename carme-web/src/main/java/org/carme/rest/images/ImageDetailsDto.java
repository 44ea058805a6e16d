package org.carme.rest.images;

import java.util.List;
import org.carme.images.ImageDetails;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An image as its reader may see it. */
@Schema(name = "ImageDetails")
public record ImageDetailsDto(
        ImageProfileDto image,
        String owner,

        @Schema(description = "To be sent with a change") long revision,

        @Schema(description = "The version that a start gets that names none")
        String version,

        @Schema(description = "Newest first") List<VersionDetailsDto> versions,

        @Schema(description = "Templates that offer it; for image managers")
        List<String> templates) {

    static ImageDetailsDto of(ImageDetails details) {
        return new ImageDetailsDto(
                ImageProfileDto.of(details.profile()),
                details.owner(),
                details.revision(),
                details.current().orElse(null),
                details.versions().stream().map(VersionDetailsDto::of).toList(),
                details.templates());
    }
}
