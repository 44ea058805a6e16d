package org.carme.rest.images;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.carme.images.VersionContent;
import org.carme.images.VersionSpec;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version; runtime, location, digest, binds, flags and entry points can be changed in a draft alone. */
@Schema(name = "ImageVersionSpec")
public record VersionSpecDto(
        @NotNull @Schema(pattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
        String version,

        @NotNull @Schema(description = "A declared runtime, or none")
        String runtime,

        @Schema(description = "Path or URI; left out with the runtime none")
        String location,

        @Schema(pattern = "sha256:[0-9a-f]{64}") String digest,
        List<@NotNull @Valid ImageBindDto> binds,

        @Schema(description = "Names of flags that the runtime declares")
        List<@NotNull String> flags,

        @Schema(description = "Names of the entry points that it offers; none: all")
        List<@NotNull String> entryPoints,

        @Schema(description = "Its size") Long bytes,

        @Schema(defaultValue = "false", description = "Whether it can use accelerators")
        Boolean accelerators,

        @Schema(maxLength = 2000) String notes) {

    static VersionSpecDto of(VersionSpec spec) {
        VersionContent content = spec.content();
        return new VersionSpecDto(
                spec.name(),
                content.runtime(),
                content.location(),
                content.digest().orElse(null),
                content.binds().stream().map(ImageBindDto::of).toList(),
                content.flags(),
                content.entryPoints(),
                spec.bytes().orElse(null),
                spec.accelerators(),
                spec.notes());
    }

    VersionSpec spec() {
        VersionContent content = new VersionContent(
                runtime,
                location == null ? "" : location,
                Optional.ofNullable(digest),
                binds == null
                        ? List.of()
                        : binds.stream().map(ImageBindDto::bind).toList(),
                flags == null ? List.of() : flags,
                entryPoints == null ? List.of() : entryPoints);
        return new VersionSpec(
                version,
                content,
                Optional.ofNullable(bytes),
                accelerators != null && accelerators,
                notes == null ? "" : notes);
    }
}
