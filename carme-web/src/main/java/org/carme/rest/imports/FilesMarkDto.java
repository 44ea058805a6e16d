package org.carme.rest.imports;

import java.time.Instant;
import org.carme.imports.FilesMark;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the files of a version are not as they were registered. */
@Schema(name = "ImageFilesMark")
public record FilesMarkDto(
        String version,
        @Schema(description = "When others were seen first") Instant changedSince,
        @Schema(description = "When they were missed first") Instant missingSince) {
    static FilesMarkDto of(FilesMark mark) {
        return new FilesMarkDto(
                mark.version(),
                mark.changedSince().orElse(null),
                mark.missingSince().orElse(null));
    }
}
