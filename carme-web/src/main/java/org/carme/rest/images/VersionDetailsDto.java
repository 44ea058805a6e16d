package org.carme.rest.images;

import java.time.Instant;
import org.carme.images.ImageVersionDetails;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version as its reader may see it. */
@Schema(name = "ImageVersion")
public record VersionDetailsDto(
        VersionSpecDto spec,

        @Schema(enumeration = {"draft", "active", "deprecated", "disabled"})
        String state,

        String createdBy,
        Instant createdAt,
        String approvedBy,
        Instant approvedAt,

        @Schema(description = "To be sent with a change") long revision,

        @Schema(description = "Jobs with it that have not ended; for image managers, else 0")
        long activeJobs,

        @Schema(description = "All jobs that were started with it; for image managers, else 0")
        long jobs) {

    static VersionDetailsDto of(ImageVersionDetails version) {
        return new VersionDetailsDto(
                VersionSpecDto.of(version.spec()),
                version.state().word(),
                version.createdBy(),
                version.createdAt(),
                version.approvedBy().orElse(null),
                version.approvedAt().orElse(null),
                version.revision(),
                version.jobs().active(),
                version.jobs().ever());
    }
}
