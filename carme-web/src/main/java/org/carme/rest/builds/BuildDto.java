package org.carme.rest.builds;

import java.time.Instant;
import java.util.Locale;
import org.carme.builds.BuildSummary;
import org.carme.images.VersionState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A build in a list. */
@Schema(name = "Build")
public record BuildDto(
        @Schema(description = "The number of its job, too") long id,

        @Schema(enumeration = {"build", "sandbox", "copy", "inventory"})
        String kind,

        String owner,

        @Schema(description = "The version that it begins with, as image:version")
        String base,

        @Schema(description = "Of the version that it makes; else of the base")
        String image,

        String version,

        @Schema(description = "Folder on the nodes that it makes")
        String location,

        @Schema(enumeration = {"running", "done", "failed", "cancelled"})
        String state,

        @Schema(enumeration = {"submitting", "queued", "starting", "running", "ending", "ended"})
        String jobState,

        @Schema(
                enumeration = {"draft", "active", "deprecated", "disabled"},
                description = "Of the version, once there is one")
        String versionState,

        @Schema(description = "Whether it waits for an image manager")
        boolean offered,

        Instant createdAt,
        Instant endedAt) {

    static BuildDto of(BuildSummary build) {
        return new BuildDto(
                build.id(),
                build.kind().word(),
                build.owner(),
                build.base(),
                build.image(),
                build.version(),
                build.location().isEmpty() ? null : build.location(),
                build.state().word(),
                build.jobState().name().toLowerCase(Locale.ROOT),
                build.versionState().map(VersionState::word).orElse(null),
                build.offered(),
                build.createdAt(),
                build.endedAt().orElse(null));
    }
}
