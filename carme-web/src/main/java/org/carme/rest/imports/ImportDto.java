package org.carme.rest.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.carme.images.ImageAccess;
import org.carme.imports.ImportDefaults;
import org.carme.imports.ProposedImage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Images to be registered, and what holds for those that say nothing else. */
@Schema(name = "Import")
public record ImportDto(
        @NotNull @Schema(description = "At most 1000") List<@NotNull @Valid ImportRowDto> images,
        @Schema(description = "For those that it can enter") String runtime,

        @Schema(description = "Of images that are new; left out: the caller")
        String owner,

        @Schema(description = "LDAP groups whose members may use images that are new")
        List<@NotNull String> groups,

        @Schema(description = "Slugs of projects whose members may use images that are new")
        List<@NotNull String> projects,

        List<@NotNull String> entryPoints) {
    List<ProposedImage> proposed() {
        return images.stream().map(ImportRowDto::image).toList();
    }

    ImportDefaults defaults() {
        return new ImportDefaults(
                Optional.ofNullable(runtime),
                Optional.ofNullable(owner),
                new ImageAccess(given(groups), given(projects)),
                given(entryPoints));
    }

    private static List<String> given(List<String> names) {
        return names == null ? List.of() : names;
    }
}
