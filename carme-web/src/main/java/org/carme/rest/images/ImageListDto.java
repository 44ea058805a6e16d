package org.carme.rest.images;

import java.util.List;
import org.carme.common.Part;
import org.carme.images.ImageSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the catalogue.
 *
 * @param next what the following part is asked for with, absent at the end
 */
@Schema(name = "ImageList")
public record ImageListDto(List<EntryDto> images, String next) {
    /** An image in the list. */
    @Schema(name = "ImageEntry")
    public record EntryDto(
            ImageProfileDto image,
            String owner,

            @Schema(description = "The version that a start gets that names none")
            String version,

            List<VersionDto> versions,

            @Schema(description = "Jobs that have not ended; for image managers, else 0")
            long activeJobs) {
        static EntryDto of(ImageSummary image) {
            return new EntryDto(
                    ImageProfileDto.of(image.profile()),
                    image.owner(),
                    image.current().map(ImageSummary.Version::name).orElse(null),
                    image.versions().stream()
                            .map(version -> new VersionDto(
                                    version.name(),
                                    version.runtime(),
                                    version.state().word()))
                            .toList(),
                    image.activeJobs());
        }
    }

    /** A version in the list. */
    @Schema(name = "ImageEntryVersion")
    public record VersionDto(String version, String runtime, String state) {}

    static ImageListDto of(Part<ImageSummary> part) {
        return new ImageListDto(
                part.rows().stream().map(EntryDto::of).toList(), part.next().orElse(null));
    }
}
