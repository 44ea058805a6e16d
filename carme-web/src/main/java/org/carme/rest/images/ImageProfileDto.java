package org.carme.rest.images;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.carme.images.ImageAccess;
import org.carme.images.ImageProfile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said about an image, and who may use it. */
@Schema(name = "Image")
public record ImageProfileDto(
        @NotNull @Schema(pattern = "[a-z0-9][a-z0-9._-]{0,63}")
        String name,

        @NotNull @Schema(maxLength = 128) String title,
        @Schema(description = "Markdown", maxLength = 4000) String description,

        @Schema(description = "LDAP groups whose members may use it; without groups and projects: everybody")
        List<@NotNull String> groups,

        @Schema(description = "Slugs of projects whose members may use it")
        List<@NotNull String> projects) {

    static ImageProfileDto of(ImageProfile profile) {
        return new ImageProfileDto(
                profile.name(),
                profile.title(),
                profile.description(),
                List.copyOf(profile.access().groups()),
                List.copyOf(profile.access().projects()));
    }

    ImageProfile profile() {
        ImageAccess access = new ImageAccess(given(groups), given(projects));
        return new ImageProfile(name, title, description == null ? "" : description, access);
    }

    private static List<String> given(List<String> names) {
        return names == null ? List.of() : names;
    }
}
